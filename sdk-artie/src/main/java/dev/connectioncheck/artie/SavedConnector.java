package dev.connectioncheck.artie;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonSerializable;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.jsontype.TypeSerializer;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.http.SecretHolder;
import java.io.IOException;
import java.util.function.Consumer;

/**
 * A saved connector as the vendor gave it, to be sent back as it is. Its {@code toString()} shows nothing of it.
 *
 * <p>It writes itself: an annotation would have Jackson look inside, and this package is not open to it.
 */
final class SavedConnector extends JsonSerializable.Base implements SecretHolder {
    private final ObjectNode body;

    SavedConnector(ObjectNode body) {
        this.body = body;
    }

    @Override
    public void serialize(JsonGenerator json, SerializerProvider serializers) throws IOException {
        body.serialize(json, serializers);
    }

    @Override
    public void serializeWithType(JsonGenerator json, SerializerProvider serializers, TypeSerializer types)
            throws IOException {
        body.serializeWithType(json, serializers, types);
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
