package dev.connectioncheck.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Reads environment variables also where the locale knows ASCII alone, as in many a container. */
final class EnvironmentVariables {
    private static final Path BYTES = Path.of("/proc/self/environ");
    private static final String UNREADABLE = "\uFFFD";

    private EnvironmentVariables() {}

    /** What the locale can't read is read as UTF-8; a password must not change on its way. */
    static Map<String, String> ofThisProcess() {
        Map<String, String> variables = System.getenv();
        if (variables.values().stream().noneMatch(value -> value.contains(UNREADABLE))) {
            return variables;
        }
        try {
            return repaired(variables, Files.readAllBytes(BYTES));
        } catch (IOException e) {
            return variables;
        }
    }

    static Map<String, String> repaired(Map<String, String> variables, byte[] bytes) {
        Map<String, String> repaired = new HashMap<>(variables);
        for (String pair : new String(bytes, StandardCharsets.UTF_8).split("\0", -1)) {
            int equals = pair.indexOf('=');
            String name = equals < 0 ? pair : pair.substring(0, equals);
            repaired.computeIfPresent(
                    name, (key, value) -> value.contains(UNREADABLE) ? pair.substring(equals + 1) : value);
        }
        return Map.copyOf(repaired);
    }
}
