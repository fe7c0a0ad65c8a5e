package dev.connectioncheck.toy;

import com.fasterxml.jackson.annotation.JsonProperty;
import dev.connectioncheck.model.SecretHolder;
import java.util.Map;
import java.util.function.Consumer;

/** A request's body whose settings are secret. */
public record ToyBody(@JsonProperty("settings") Map<String, Object> settings) implements SecretHolder {
    @Override
    public void secrets(Consumer<Object> sink) {
        sink.accept(settings);
    }
}
