package com.example.neighbours;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * One set of dependencies and what Maven made of it.
 *
 * @param folder where it stands
 * @param name what it has beside the SDK
 * @param classPath the jars, in their order
 */
record Neighbour(Path folder, String name, List<Path> classPath) {
    private static final Path PROJECT = Path.of("..");

    /** Finds all, in the order of the project's list of modules. */
    static List<Neighbour> all() {
        return Pattern.compile("<module>(.*)</module>")
                .matcher(read(PROJECT.resolve("pom.xml")))
                .results()
                .map(module -> module.group(1))
                .filter(module -> !module.equals("run"))
                .map(module -> in(PROJECT.resolve(module)))
                .toList();
    }

    private static Neighbour in(Path folder) {
        Matcher name = Pattern.compile("<name>(.*)</name>").matcher(read(folder.resolve("pom.xml")));
        if (!name.find()) {
            throw new IllegalStateException(folder + " has no name");
        }
        List<Path> classPath = Arrays.stream(
                        read(folder.resolve("target/class-path")).strip().split(File.pathSeparator))
                .map(Path::of)
                .toList();
        return new Neighbour(folder, name.group(1), classPath);
    }

    /** The versions of an artifact on the class path, in its order; artifacts are alternatives of a pattern. */
    String versions(String artifacts) {
        Pattern jar = Pattern.compile("(?:" + artifacts + ")-(\\d[0-9.]*)\\.jar");
        return classPath.stream()
                .map(file -> jar.matcher(file.getFileName().toString()))
                .filter(Matcher::matches)
                .map(matcher -> matcher.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    /** Starts the program on this class path and waits for its end. */
    Outcome run(List<String> settings) {
        return Outcome.of(folder.resolve("target/run.log"), classPath, settings);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException("Build the project neighbours, not run alone.", e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
