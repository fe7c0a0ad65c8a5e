package dev.connectioncheck.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/** The schemas that the jar holds. */
final class Schemas {
    private static final SchemaRegistry REGISTRY = SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_7);

    private Schemas() {}

    /** What a schema says against a value. */
    static List<String> problems(String name, JsonNode value) throws IOException {
        return REGISTRY.getSchema(text(name)).validate(value).stream()
                .map(Object::toString)
                .toList();
    }

    static List<String> problemsOfTheSchema(String name) throws IOException {
        return REGISTRY
                .getSchema(SchemaLocation.of("http://json-schema.org/draft-07/schema#"))
                .validate(text(name))
                .stream()
                .map(Object::toString)
                .toList();
    }

    /** The keys of an object, in alphabetical order. */
    static List<String> keys(JsonNode object) {
        List<String> keys = new ArrayList<>();
        object.fieldNames().forEachRemaining(keys::add);
        Collections.sort(keys);
        return keys;
    }

    static JsonNode text(String name) throws IOException {
        try (InputStream in =
                Schemas.class.getResourceAsStream("/META-INF/connection-check/" + name + ".schema.json")) {
            return new ObjectMapper().readTree(in);
        }
    }
}
