package dev.connectioncheck.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** The machine in words: what of it matters to a figure, and nothing that names it. */
final class Machine {
    private Machine() {}

    static String inWords() {
        return Runtime.getRuntime().availableProcessors() + " cores (" + processor() + "), "
                + memoryGibibytes() + " GiB of memory, " + System.getProperty("os.name") + ", Java "
                + System.getProperty("java.version") + " (" + System.getProperty("java.vm.name") + ")";
    }

    private static String processor() {
        return line("/proc/cpuinfo", "model name").orElse(System.getProperty("os.arch"));
    }

    private static long memoryGibibytes() {
        String kibibytes = line("/proc/meminfo", "MemTotal").orElse("0").replaceAll("\\D", "");
        return Math.round(Long.parseLong(kibibytes) / 1_048_576.0);
    }

    private static Optional<String> line(String file, String name) {
        try (Stream<String> lines = Files.lines(Path.of(file))) {
            return lines.filter(line -> line.startsWith(name))
                    .map(line -> line.substring(line.indexOf(':') + 1).strip())
                    .findFirst();
        } catch (IOException e) {
            return Optional.empty();
        }
    }
}
