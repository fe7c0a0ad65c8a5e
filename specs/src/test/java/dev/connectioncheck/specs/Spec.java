package dev.connectioncheck.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/** An OpenAPI document and the few questions that the tests ask of it. */
record Spec(JsonNode root) {
    static final List<String> VENDORS = List.of("squared", "unstructured", "datafold", "artie");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    static Spec of(String vendor) {
        return new Spec(read(Path.of(vendor + ".yaml")));
    }

    static JsonNode read(Path file) {
        try {
            return new YAMLMapper().readTree(Files.readString(file));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The operations by "method path". */
    Map<String, JsonNode> operations() {
        Map<String, JsonNode> operations = new LinkedHashMap<>();
        root.path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(member -> METHODS.contains(member.getKey()))
                        .forEach(member -> operations.put(member.getKey() + " " + path.getKey(), member.getValue())));
        return operations;
    }

    /** The parameters of an operation and of its path, by name. */
    Map<String, JsonNode> parameters(String operation) {
        String path = operation.substring(operation.indexOf(' ') + 1);
        Map<String, JsonNode> parameters = new LinkedHashMap<>();
        for (JsonNode owner :
                List.of(root.path("paths").path(path), operations().get(operation))) {
            for (JsonNode parameter : owner.path("parameters")) {
                parameters.put(resolve(parameter).path("name").asText(), resolve(parameter));
            }
        }
        return parameters;
    }

    /** What a reference points to; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        return node.has("$ref") ? root.at(node.path("$ref").asText().substring(1)) : node;
    }

    /** What the spec says of a JSON body: the facts of every field, by its way from the root, which is $. */
    Map<String, Facts> fields(JsonNode schema) {
        Map<String, Facts> fields = new LinkedHashMap<>();
        collect("$", schema, false, fields);
        return fields;
    }

    /** The facts of one schema, not of its fields. */
    Facts facts(JsonNode site, boolean required) {
        Map<String, Object> facts = new LinkedHashMap<>();
        JsonNode schema = resolve(site);
        if (site.has("$ref")) {
            facts.put("schema", site.path("$ref").asText().replaceFirst(".*/", ""));
        }
        for (String name : List.of("type", "format")) {
            if (schema.has(name)) {
                facts.put(name, schema.path(name).asText());
            }
        }
        if (schema.path("nullable").asBoolean()) {
            facts.put("nullable", true);
        }
        if (required) {
            facts.put("required", true);
        }
        if (schema.has("enum")) {
            facts.put("enum", texts(schema.path("enum")));
        }
        if (schema.has("anyOf")) {
            facts.put("anyOf", schema.path("anyOf").findValuesAsText("type"));
        }
        if (schema.has("additionalProperties")) {
            JsonNode more = schema.path("additionalProperties");
            facts.put("additionalProperties", more.isBoolean() && !more.asBoolean() ? "none" : "any");
        }
        Set<String> marks = new TreeSet<>(texts(site.path("x-departure")));
        marks.addAll(texts(schema.path("x-departure")));
        return new Facts(facts, marks);
    }

    private void collect(String way, JsonNode site, boolean required, Map<String, Facts> fields) {
        fields.put(way, facts(site, required));
        JsonNode schema = resolve(site);
        List<String> needed = texts(schema.path("required"));
        schema.path("properties").properties().forEach(property -> {
            String child = way.equals("$") ? property.getKey() : way + "." + property.getKey();
            collect(child, property.getValue(), needed.contains(property.getKey()), fields);
        });
        if (schema.has("items")) {
            collect(way + "[]", schema.path("items"), false, fields);
        }
    }

    /** A text, or a list of texts, as a list; nothing as an empty one. */
    static List<String> texts(JsonNode node) {
        List<String> texts = new ArrayList<>();
        if (node.isTextual()) {
            texts.add(node.asText());
        }
        node.elements().forEachRemaining(element -> texts.add(element.asText()));
        return texts;
    }

    /** What is said of a field, and the departures that it is marked with. */
    record Facts(Map<String, Object> said, Set<String> departures) {}
}
