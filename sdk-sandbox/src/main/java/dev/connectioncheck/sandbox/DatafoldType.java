package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** One type of data source, and the options that it takes. */
record DatafoldType(String type, String name, List<String> features, List<Option> options) {
    private static final Map<String, DatafoldType> ALL = Tables.lines("datafold-types.txt").stream()
            .map(DatafoldType::parsed)
            .collect(Collectors.toMap(DatafoldType::type, type -> type, (one, other) -> one, LinkedHashMap::new));

    static Optional<DatafoldType> find(String type) {
        return Optional.ofNullable(ALL.get(type));
    }

    /** Every type, as a complaint about another lists them. */
    static String tags() {
        return ALL.keySet().stream().map(tag -> "'" + tag + "'").collect(Collectors.joining(", "));
    }

    /** The rows of {@code data_sources/types}. */
    static List<?> listed() {
        return ALL.values().stream()
                .filter(type -> !type.name.equals("-"))
                .map(DatafoldType::shown)
                .toList();
    }

    /** Makes options that fit; all of them carry the mark. */
    Map<String, Object> sample(String mark) {
        Map<String, Object> sample = new LinkedHashMap<>();
        for (Option option : options) {
            if (option.required || option.secret) {
                sample.put(option.name, option.sample(mark));
            }
        }
        return sample;
    }

    /** Leaves out what is written and never read. */
    Map<String, Object> readable(Map<String, Object> stored) {
        Map<String, Object> readable = new LinkedHashMap<>(stored);
        options.stream().filter(Option::secret).map(Option::name).forEach(readable::remove);
        return readable;
    }

    List<String> missing(JsonNode stored) {
        return options.stream()
                .filter(Option::required)
                .map(Option::name)
                .filter(option -> !stored.has(option))
                .toList();
    }

    /** Says whether a secret is nothing but asterisks or bullets, which no person chooses. */
    boolean holdsMask(Map<String, Object> stored) {
        return options.stream()
                .filter(Option::secret)
                .anyMatch(option -> String.valueOf(stored.get(option.name)).matches("[*•]{3,}"));
    }

    private Map<String, ?> shown() {
        Map<String, Object> properties = new LinkedHashMap<>();
        options.forEach(option -> properties.put(option.name, option.schema()));
        return Json.object(
                "name",
                name,
                "type",
                type,
                "configuration_schema",
                Json.object(
                        "title",
                        name + "Config",
                        "type",
                        "object",
                        "properties",
                        properties,
                        "required",
                        options.stream()
                                .filter(Option::required)
                                .map(Option::name)
                                .toList(),
                        "secret",
                        options.stream()
                                .filter(Option::secret)
                                .map(Option::name)
                                .toList()),
                "features",
                features);
    }

    private static DatafoldType parsed(String line) {
        List<String> columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        return new DatafoldType(columns.get(0), columns.get(1), words(columns.get(2)), options(columns.get(3)));
    }

    private static List<Option> options(String text) {
        return words(text).stream()
                .map(word -> new Option(word.replaceAll("[!*]", ""), word.contains("!"), word.contains("*")))
                .toList();
    }

    private static List<String> words(String text) {
        return text.isEmpty() || text.equals("-") ? List.of() : List.of(text.split(" ", -1));
    }

    /** One option. */
    record Option(String name, boolean required, boolean secret) {
        String sample(String mark) {
            return name.equals("host") ? "db-" + mark + ".sandbox.invalid" : name + "-" + mark;
        }

        Map<String, ?> schema() {
            return secret
                    ? Json.object("title", name, "type", "string", "writeOnly", true, "format", "password")
                    : Json.object("title", name, "type", "string");
        }
    }
}
