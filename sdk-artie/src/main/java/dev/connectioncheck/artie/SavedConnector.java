package dev.connectioncheck.artie;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.model.MarkedSettings;
import dev.connectioncheck.model.SecretHolder;
import java.util.Set;
import java.util.function.Consumer;

/** A saved connector as the vendor gave it, to be sent back as it is. Its {@code toString()} shows nothing of it. */
final class SavedConnector implements SecretHolder {
    /** As the specification marks them in the settings that a user gives. */
    private static final Set<String> ORDINARY_SETTINGS = Set.of("virtualDWH", "accountIdentifier", "volume");

    @JsonValue
    private final ObjectNode body;

    SavedConnector(ObjectNode body) {
        this.body = body;
    }

    @Override
    public void secrets(Consumer<Object> sink) {
        sink.accept(MarkedSettings.of(body.path("sharedConfig"), Set.of(), ORDINARY_SETTINGS));
    }

    @Override
    public String toString() {
        return "SavedConnector[***]";
    }
}
