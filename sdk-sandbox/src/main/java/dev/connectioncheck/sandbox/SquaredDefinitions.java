package dev.connectioncheck.sandbox;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Reads the table of the definitions; its head says what the signs mean. */
final class SquaredDefinitions {
    private static final Pattern FIELD = Pattern.compile("(?<name>\\w+)(?<marks>[!?*]*)"
            + "(\\{(?<fields>[^}]*)\\})?(=(?<values>[^ (]+))?(:(?<type>\\w+))?(\\((?<if>\\w+)=(?<is>\\w+)\\))?");
    private static final Map<String, SquaredDefinition> ALL = read();

    private SquaredDefinitions() {}

    static Collection<SquaredDefinition> all() {
        return ALL.values();
    }

    /** Finds a definition by exact case. */
    static Optional<SquaredDefinition> find(String kind, String name) {
        return Optional.ofNullable(ALL.get(kind + " " + name));
    }

    /** Finds a definition as the server's pages of definitions do, in any case. */
    static Optional<SquaredDefinition> findInAnyCase(String kind, String name) {
        return ALL.values().stream()
                .filter(definition -> definition.kind().equals(kind))
                .filter(definition -> definition.name().equalsIgnoreCase(name))
                .findFirst();
    }

    private static Map<String, SquaredDefinition> read() {
        Map<String, SquaredDefinition> all = new LinkedHashMap<>();
        Tables.lines("squared-definitions.txt").forEach(line -> {
            List<String> columns = Arrays.asList(line.split(" ", 5));
            all.put(
                    columns.get(0) + " " + columns.get(1),
                    new SquaredDefinition(
                            columns.get(0), columns.get(1), columns.get(2), columns.get(3), fields(columns.get(4))));
        });
        return all;
    }

    private static List<SquaredField> fields(String text) {
        List<SquaredField> fields = new ArrayList<>();
        Matcher field = FIELD.matcher(text);
        while (field.find()) {
            fields.add(field(field));
        }
        return List.copyOf(fields);
    }

    private static SquaredField field(Matcher field) {
        String inner = field.group("fields");
        String values = field.group("values");
        String type = field.group("type");
        String usual = inner == null ? "text" : "object";
        return new SquaredField(
                field.group("name"),
                field.group("marks").contains("!"),
                field.group("marks").contains("*"),
                type == null ? usual : type,
                values == null ? List.of() : List.of(values.replace('~', ' ').split("\\|", -1)),
                inner == null ? List.of() : fields(inner),
                Objects.requireNonNullElse(field.group("if"), ""),
                Objects.requireNonNullElse(field.group("is"), ""));
    }
}
