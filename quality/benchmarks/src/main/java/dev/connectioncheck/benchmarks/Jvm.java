package dev.connectioncheck.benchmarks;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A Java that runs one measurement in a process of its own, so that none disturbs the next.
 *
 * @param binding what stands before its command to bind it to a core; empty if nothing does
 * @param home where it is installed
 * @param classPath what it runs
 */
public record Jvm(List<String> binding, Path home, String classPath) {
    private static final int VIRTUAL_THREADS_SINCE = 21;

    /**
     * Returns the Java that runs this, with all that this has on its class path.
     *
     * @return a Java for any measurement
     */
    public static Jvm ours() {
        return new Jvm(List.of(), Path.of(System.getProperty("java.home")), System.getProperty("java.class.path"));
    }

    /**
     * Finds a Java with virtual threads; see {@link #since}.
     *
     * @return a Java for measurements of virtual threads; empty if there is none
     */
    public static Optional<Jvm> withVirtualThreads() {
        return since(VIRTUAL_THREADS_SINCE);
    }

    /**
     * Finds a Java that is not too old: this, the one that {@code SECOND_JAVA_HOME} or any {@code JAVA_HOME_…} names,
     * or one installed beside this.
     *
     * @param feature the version that it has at least, such as 24
     * @return a Java for measurements; empty if there is none
     */
    public static Optional<Jvm> since(int feature) {
        if (Runtime.version().feature() >= feature) {
            return Optional.of(ours());
        }
        return Stream.concat(named(), neighbors())
                .filter(home -> featureOf(home) >= feature)
                .findFirst()
                .map(home -> new Jvm(List.of(), home, ours().classPath));
    }

    private static Stream<Path> named() {
        return System.getenv().entrySet().stream()
                .filter(variable -> variable.getKey().equals("SECOND_JAVA_HOME")
                        || variable.getKey().startsWith("JAVA_HOME_"))
                .map(variable -> Path.of(variable.getValue()));
    }

    private static Stream<Path> neighbors() {
        try (Stream<Path> neighbors = Files.list(ours().home.toRealPath().resolveSibling("."))) {
            return neighbors.sorted().toList().stream();
        } catch (IOException e) {
            return Stream.empty();
        }
    }

    /** Returns the version of the Java that is installed somewhere; 0 if there is none. */
    private static int featureOf(Path home) {
        try (Stream<String> release = Files.lines(home.resolve("release"))) {
            return release.filter(line -> line.startsWith("JAVA_VERSION=\""))
                    .map(line -> line.replaceAll("\\D*(\\d+).*", "$1"))
                    .mapToInt(Integer::parseInt)
                    .findFirst()
                    .orElse(0);
        } catch (IOException | NumberFormatException e) {
            return 0;
        }
    }

    /**
     * Returns this Java with less on its class path.
     *
     * @param files jars and folders
     * @return a Java that knows nothing else
     */
    public Jvm withClassPath(Collection<Path> files) {
        return new Jvm(
                binding,
                home,
                String.join(
                        File.pathSeparator, files.stream().map(Path::toString).toList()));
    }

    /**
     * Returns this Java, bound to one of the cores if that can be done.
     *
     * @param core which one, from 0 on
     * @return a Java whose processes have one core
     */
    public Jvm boundTo(int core) {
        return new Jvm(Cores.binding(core), home, classPath);
    }

    /**
     * Starts a program; what it prints is read by whoever started it, its errors show.
     *
     * @param main the program
     * @param options the Java's own
     * @param args the program's
     * @return the running process
     */
    public Process start(Class<?> main, String options, String... args) {
        List<String> command = new ArrayList<>(binding);
        command.add(home.resolve("bin/java").toString());
        command.addAll(Arrays.asList(options.split(" ")));
        command.addAll(List.of("-cp", classPath, main.getName()));
        command.addAll(Arrays.asList(args));
        try {
            return new ProcessBuilder(command)
                    .redirectError(ProcessBuilder.Redirect.INHERIT)
                    .start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /**
     * Runs a program to its end and reads the figures that it prints, one {@code name=number} a line.
     *
     * @param main the program
     * @param options the Java's own
     * @param args the program's
     * @return the figures by name
     */
    public Map<String, Double> run(Class<?> main, String options, String... args) {
        Process process = start(main, options, args);
        Map<String, Double> figures = new HashMap<>();
        process.inputReader()
                .lines()
                .map(line -> line.split("=", 2))
                .filter(parts -> parts.length == 2)
                .forEach(parts -> figures.put(parts[0], Double.valueOf(parts[1])));
        int code = process.onExit().join().exitValue();
        if (code != 0) {
            throw new IllegalStateException(main.getSimpleName() + " " + List.of(args) + " ended with " + code);
        }
        return figures;
    }
}
