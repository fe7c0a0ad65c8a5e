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
import java.util.concurrent.ConcurrentHashMap;

/** An OpenAPI document and the few questions that the tests ask of it. */
record Spec(JsonNode root) {
    static final List<String> VENDORS = List.of("squared", "unstructured", "datafold", "artie");

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options");

    private static final Map<String, Spec> READ = new ConcurrentHashMap<>();

    static Spec of(String vendor) {
        return READ.computeIfAbsent(vendor, name -> new Spec(read(Path.of(name + ".yaml"))));
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

    /** What a reference points to, alone or wrapped for the sake of what stands beside it; anything else is itself. */
    JsonNode resolve(JsonNode node) {
        JsonNode reference = reference(node);
        return reference.isMissingNode() ? node : root.at(reference.asText().substring(1));
    }

    private static JsonNode reference(JsonNode node) {
        return node.path("allOf").size() == 1 ? node.path("allOf").path(0).path("$ref") : node.path("$ref");
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
        if (!reference(site).isMissingNode()) {
            facts.put("schema", reference(site).asText().replaceFirst(".*/", ""));
        }
        for (String name : List.of("type", "format")) {
            if (schema.has(name)) {
                facts.put(name, schema.path(name).asText());
            }
        }
        if (schema.has("minProperties")) {
            facts.put("minProperties", schema.path("minProperties").asInt());
        }
        if (schema.path("nullable").asBoolean() || site.path("nullable").asBoolean()) {
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
        children(way, schema)
                .forEach((child, field) ->
                        collect(child, field, needed.contains(child.replaceFirst(".*\\.", "")), fields));
    }

    /** Every schema of a JSON body, references followed, by its way; a field's own marks are among its members. */
    Map<String, JsonNode> schemas(JsonNode schema) {
        Map<String, JsonNode> schemas = new LinkedHashMap<>();
        if (!schema.isMissingNode()) {
            collectSchemas("$", schema, schemas);
        }
        return schemas;
    }

    private void collectSchemas(String way, JsonNode site, Map<String, JsonNode> schemas) {
        JsonNode schema = resolve(site);
        schemas.put(way, schema);
        children(way, schema).forEach((child, field) -> collectSchemas(child, field, schemas));
    }

    private static Map<String, JsonNode> children(String way, JsonNode schema) {
        Map<String, JsonNode> children = new LinkedHashMap<>();
        schema.path("properties")
                .properties()
                .forEach(property -> children.put(
                        way.equals("$") ? property.getKey() : way + "." + property.getKey(), property.getValue()));
        if (schema.has("items")) {
            children.put(way + "[]", schema.path("items"));
        }
        return children;
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
