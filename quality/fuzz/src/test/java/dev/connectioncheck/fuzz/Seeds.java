package dev.connectioncheck.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The inputs that the ordinary build gives to each fuzz test. */
public final class Seeds {
    private static final Path RESOURCES = Path.of("src/test/resources");

    private Seeds() {}

    /** Reads all seeds of a fuzz test. */
    public static List<byte[]> of(Class<?> test, String method) {
        Path folder =
                RESOURCES.resolve(test.getName().replace('.', '/') + "Inputs").resolve(method);
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().map(Seeds::read).toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static List<byte[]> of(Method test) {
        return of(test.getDeclaringClass(), test.getName());
    }

    private static byte[] read(Path file) {
        try {
            return Files.readAllBytes(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
