package dev.connectioncheck.sandbox;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** One type of connector of Artie's, and what its {@code sharedConfig} holds. */
record ArtieType(String type, String role, List<String> keys) {
    static final String MASK = "********";

    /** Secret whatever the type: the keys that Artie's own clients keep out of sight. */
    private static final Set<String> SECRETS = Set.of(
            "password",
            "privateKey",
            "credentialsData",
            "personalAccessToken",
            "clientSecret",
            "awsSecretAccessKey",
            "token",
            "credential");

    private static final Map<String, ArtieType> ALL = Tables.lines("artie-types.txt").stream()
            .map(ArtieType::parsed)
            .collect(Collectors.toMap(ArtieType::type, type -> type));

    /** Finds a type; one that nobody published takes no keys, and may be a destination. */
    static ArtieType of(String type) {
        return ALL.getOrDefault(type, new ArtieType(type, "destination", List.of()));
    }

    boolean isDestination() {
        return !role.equals("source");
    }

    /** Makes settings; all but the usual values carry the mark. */
    Map<String, Object> sample(String mark) {
        Map<String, Object> settings = new LinkedHashMap<>();
        keys.forEach(key -> settings.put(key, sample(key, mark)));
        return settings;
    }

    static Map<String, Object> masked(Map<String, Object> settings) {
        Map<String, Object> masked = new LinkedHashMap<>(settings);
        masked.replaceAll((key, value) -> SECRETS.contains(key) ? MASK : value);
        return masked;
    }

    /** Puts secrets back where masks came. */
    static Map<String, Object> restored(Map<String, Object> sent, Map<String, Object> stored) {
        Map<String, Object> restored = new LinkedHashMap<>(sent);
        restored.replaceAll(
                (key, value) -> SECRETS.contains(key) && MASK.equals(value) ? stored.getOrDefault(key, MASK) : value);
        return restored;
    }

    static boolean holdsMask(Map<String, Object> settings) {
        return settings.entrySet().stream()
                .anyMatch(setting -> SECRETS.contains(setting.getKey()) && MASK.equals(setting.getValue()));
    }

    private static Object sample(String key, String mark) {
        return switch (key) {
            case "host" -> "db-" + mark + ".sandbox.invalid";
            case "endpoint" -> "db-" + mark + ".sandbox.invalid:5439";
            case "accountURL" -> "https://" + mark + ".snowflakecomputing.invalid";
            case "port" -> 5432;
            case "user", "username" -> "etl";
            case "location" -> "EU";
            case "provider" -> "s3tables";
            default -> key + "-" + mark;
        };
    }

    private static ArtieType parsed(String line) {
        List<String> columns =
                Arrays.stream(line.split("\\|", -1)).map(String::strip).toList();
        String keys = columns.get(2).replace("*", "");
        return new ArtieType(columns.get(0), columns.get(1), keys.isEmpty() ? List.of() : List.of(keys.split(" ", -1)));
    }
}
