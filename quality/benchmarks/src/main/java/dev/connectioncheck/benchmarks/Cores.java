package dev.connectioncheck.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Binds processes to a core each.
 *
 * <p>Left to itself, the system moves client and server of one exchange together on one core and apart again, and an
 * exchange takes twice as long apart: which of the two a contender meets is chance.
 */
final class Cores {
    private static final List<Integer> ALLOWED = allowed();

    private Cores() {}

    /** Tells whether processes can be bound here: on Linux, with {@code taskset}, on two cores or more. */
    static boolean canBeBound() {
        return ALLOWED.size() > 1 && hasTaskset();
    }

    /** Returns what has to stand before a command to bind it to one of the cores; nothing if that can't be done. */
    static List<String> binding(int core) {
        return canBeBound() ? List.of("taskset", "-c", ALLOWED.get(core).toString()) : List.of();
    }

    /** Says for the page whether they were bound. */
    static String inWords() {
        return canBeBound()
                ? "For the overhead, clients were bound to one core and the server to another."
                : "For the overhead, clients and server could not be bound to a core each here, so that its times depend"
                        + " on where the system put them.";
    }

    private static boolean hasTaskset() {
        try {
            return new ProcessBuilder("taskset", "-V").start().waitFor() == 0;
        } catch (IOException e) {
            return false;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Returns the numbers of the cores that this process may use, such as 0-3,6. */
    private static List<Integer> allowed() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/self/status"))) {
            return lines.filter(line -> line.startsWith("Cpus_allowed_list:"))
                    .flatMap(line ->
                            Arrays.stream(line.replaceAll("[^0-9,-]", "").split(",")))
                    .map(range -> range.split("-"))
                    .flatMapToInt(range -> IntStream.rangeClosed(
                            Integer.parseInt(range[0]), Integer.parseInt(range[range.length - 1])))
                    .boxed()
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }
}
