package dev.connectioncheck.junit;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A JUnit of some version, in a process of its own. */
enum Junit {
    /** The one of this build. */
    NEWEST(""),
    /** The oldest that users may have. */
    OLDEST("target/oldest-junit");

    private static final String SEPARATOR = System.getProperty("path.separator");

    /** Where its jars are; empty for those of this process. */
    private final String jars;

    Junit(String jars) {
        this.jars = jars;
    }

    /** Runs a class of tests in a folder, and returns a line for each test that ended, in alphabetical order. */
    List<String> run(Path folder, Map<String, String> environment, String tests, String... options) {
        List<String> words = Stream.of(
                        Stream.of(Path.of(System.getProperty("java.home"), "bin", "java")
                                .toString()),
                        Stream.of("-XX:TieredStopAtLevel=1", "-cp", classPath(folder)),
                        Arrays.stream(options),
                        Stream.of(JunitRun.class.getName(), tests))
                .flatMap(each -> each)
                .toList();
        try {
            Path out = Files.createTempFile("junit", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectOutput(out.toFile())
                    .redirectError(ProcessBuilder.Redirect.INHERIT);
            builder.environment().putAll(environment);
            awaitEnd(builder.start());
            List<String> lines = Files.readAllLines(out);
            Files.delete(out);
            return lines.stream().sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void awaitEnd(Process process) {
        try {
            if (!process.waitFor(1, TimeUnit.MINUTES)) {
                throw new AssertionError("The tests do not end.");
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        } finally {
            process.destroyForcibly();
        }
    }

    /** The class path of this process, with another JUnit if it is another one. */
    private String classPath(Path folder) {
        Stream<String> ours = Arrays.stream(
                        System.getProperty("java.class.path").split(SEPARATOR, -1))
                .filter(entry -> !entry.isEmpty() && (jars.isEmpty() || !isJunit(entry)))
                .map(entry -> Path.of(entry).toAbsolutePath().toString());
        Stream<String> theirs = jars.isEmpty()
                ? Stream.of()
                : jars(Path.of(jars)).map(jar -> jar.toAbsolutePath().toString());
        return Stream.of(Stream.of(folder.toString()), theirs, ours)
                .flatMap(each -> each)
                .collect(Collectors.joining(SEPARATOR));
    }

    private static boolean isJunit(String entry) {
        return Path.of(entry).getFileName().toString().matches("junit-(jupiter|platform)-.*");
    }

    private static Stream<Path> jars(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList().stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
