package dev.connectioncheck.artie;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.model.SecretHolder;
import java.util.function.Consumer;

/** A saved connector as the vendor gave it, to be sent back as it is. Its {@code toString()} shows nothing of it. */
final class SavedConnector implements SecretHolder {
    @JsonValue
    private final ObjectNode body;

    SavedConnector(ObjectNode body) {
        this.body = body;
    }

    @Override
    public void secrets(Consumer<Object> sink) {
        sink.accept(body.path("sharedConfig"));
    }

    @Override
    public String toString() {
        return "SavedConnector[***]";
    }
}
