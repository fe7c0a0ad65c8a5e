package com.example.neighbours;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * What came of a run in a process of its own.
 *
 * @param works whether the program came to its end
 * @param errors what the process printed of exceptions that nobody caught, whichever thread they ended
 */
record Outcome(boolean works, List<String> errors) {
    private static final Pattern UNCAUGHT =
            Pattern.compile("^Exception in thread \"[^\"]*\" (.*)$", Pattern.MULTILINE);

    static Outcome of(Path log, List<Path> classPath, List<String> settings) {
        String path = Stream.concat(Stream.of(Path.of("target", "classes")), classPath.stream())
                .map(Path::toString)
                .collect(Collectors.joining(File.pathSeparator));
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                // It lives for a second: what the second compiler makes would cost more than it gives.
                "-XX:TieredStopAtLevel=1",
                "-cp",
                path,
                FourVendors.class.getName()));
        command.addAll(settings);
        try {
            int status = status(new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(log.toFile())
                    .start());
            String printed = Files.readString(log);
            return new Outcome(
                    status == 0 && printed.lines().anyMatch("works"::equals),
                    UNCAUGHT.matcher(printed).results().map(found -> found.group(1)).toList());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static int status(Process process) {
        try {
            if (!process.waitFor(3, TimeUnit.MINUTES)) {
                process.destroyForcibly();
            }
            return process.waitFor();
        } catch (InterruptedException e) {
            process.destroyForcibly();
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** For a reader: works, or what the user is told. */
    String inWords() {
        return works ? "works" : errors.stream().map(Outcome::message).collect(Collectors.joining("; "));
    }

    private static String message(String error) {
        Matcher parts = Pattern.compile("[\\w.$]*?(\\w+): (.*)").matcher(error);
        return parts.matches() ? parts.group(1) + ": " + parts.group(2) : error;
    }
}
