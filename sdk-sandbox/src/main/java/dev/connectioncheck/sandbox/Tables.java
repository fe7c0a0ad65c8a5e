package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;

/** Reads the tables of facts beside the classes; a line that begins with a hash is a remark. */
final class Tables {
    private Tables() {}

    static List<String> lines(String name) {
        try (InputStream table = Tables.class.getResourceAsStream(name)) {
            return new String(Objects.requireNonNull(table, name).readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .filter(line -> !line.startsWith("#"))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
