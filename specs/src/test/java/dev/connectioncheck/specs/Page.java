package dev.connectioncheck.specs;

import com.fasterxml.jackson.core.type.TypeReference;
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
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The facts of one operation: as its published page has them, what is said here instead ({@code here}, each fact with
 * its departure), and what the SDK makes of it ({@code sdk}).
 */
record Page(String name, JsonNode facts, Spec spec) {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final TypeReference<Map<String, Map<String, Object>>> FACTS = new TypeReference<>() {};

    static List<Page> all() {
        try (Stream<Path> files = Files.list(Path.of("src/test/resources/pages"))) {
            return files.sorted().map(Page::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Page read(Path file) {
        JsonNode facts = Spec.read(file);
        return new Page(
                file.getFileName().toString(), facts, Spec.of(facts.path("spec").asText()));
    }

    String text(String name) {
        return facts.path(name).asText();
    }

    String operationName() {
        return text("operation");
    }

    JsonNode operation() {
        return spec.operations().get(operationName());
    }

    /** What the parameters have to be. */
    Map<String, Expected> parameters() {
        return merged(facts.path("parameters"), facts.path("here").path("parameters"));
    }

    /** What the request body has to be. */
    Body request() {
        return body(facts.path("request"), facts.path("here").path("request"));
    }

    /** What each response has to be, by its status. */
    Map<String, Body> responses() {
        Map<String, Body> responses = new LinkedHashMap<>();
        JsonNode here = facts.path("here").path("responses");
        facts.path("responses")
                .properties()
                .forEach(entry -> responses.put(entry.getKey(), body(entry.getValue(), here.path(entry.getKey()))));
        facts.path("here")
                .path("errors")
                .properties()
                .forEach(entry -> entry.getValue()
                        .forEach(status -> responses.put(
                                status.asText(),
                                new Body(Optional.empty(), false, false, Map.of(), Optional.of(entry.getKey())))));
        return responses;
    }

    private static Body body(JsonNode published, JsonNode here) {
        boolean content = published.has("fields") || published.has("content");
        if (here.has("content")) {
            content = false;
        }
        return new Body(
                Optional.ofNullable(published.get("description")).map(JsonNode::asText),
                content,
                published.path("required").asBoolean() || here.path("required").asBoolean(),
                merged(published.path("fields"), here.path("fields")),
                Optional.ofNullable(here.get("departure")).map(JsonNode::asText));
    }

    /** Lays what is said here over what is published. What is gone takes everything below it along. */
    private static Map<String, Expected> merged(JsonNode published, JsonNode here) {
        Map<String, Expected> merged = new LinkedHashMap<>();
        facts(published).forEach((way, said) -> merged.put(way, new Expected(said, Optional.empty(), false)));
        facts(here).forEach((way, said) -> {
            Map<String, Object> rest = new LinkedHashMap<>(said);
            String departure = String.valueOf(rest.remove("departure"));
            boolean gone = rest.remove("gone") != null;
            if (gone) {
                merged.keySet().removeIf(other -> other.startsWith(way + ".") || other.startsWith(way + "["));
            }
            merged.put(way, new Expected(rest, Optional.of(departure), gone));
        });
        return merged;
    }

    private static Map<String, Map<String, Object>> facts(JsonNode node) {
        return node.isMissingNode() ? Map.of() : YAML.convertValue(node, FACTS);
    }

    /** The names of an object's members. */
    static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Override
    public String toString() {
        return name;
    }

    /** What has to be said of a parameter or a field. */
    record Expected(Map<String, Object> said, Optional<String> departure, boolean gone) {}

    /** What has to be said of a request or a response. */
    record Body(
            Optional<String> description,
            boolean content,
            boolean required,
            Map<String, Expected> fields,
            Optional<String> departure) {}
}
