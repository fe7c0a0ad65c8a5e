package dev.connectioncheck.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs {@code connection-check.jar} as a process that has nothing of our environment. */
final class Command {
    static final Path JAR = Path.of(System.getProperty("cli.jar")).toAbsolutePath();

    private static final long PATIENCE_SECONDS = 120;

    /** For a whole build on a busy machine. */
    private static final long LONG_PATIENCE_SECONDS = 1200;

    private final Map<String, String> environment = new LinkedHashMap<>();
    private final List<String> jvm = new ArrayList<>(List.of("-XX:TieredStopAtLevel=1"));
    private final Path folder;
    private String classPath = JAR.toString();

    private Command(Path folder) {
        this.folder = folder;
        environment.put("PATH", System.getenv("PATH"));
        environment.put("LC_ALL", "C.UTF-8");
    }

    /** A command that is run in a folder. */
    static Command in(Path folder) {
        return new Command(folder);
    }

    Command with(Map<String, String> variables) {
        environment.putAll(variables);
        return this;
    }

    Command with(String variable, String value) {
        return with(Map.of(variable, value));
    }

    Command jvm(String... options) {
        jvm.addAll(Arrays.asList(options));
        return this;
    }

    /** Puts classes beside the jar, as users do whose vendor is another one. */
    Command beside(Path classes) {
        classPath = classPath + System.getProperty("path.separator") + classes;
        return this;
    }

    /** The words with which a shell starts the command. */
    List<String> words(String... arguments) {
        List<String> words = new ArrayList<>();
        words.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        words.addAll(jvm);
        if (classPath.equals(JAR.toString())) {
            words.addAll(List.of("-jar", classPath));
        } else {
            words.addAll(List.of("-cp", classPath, ConnectionCheck.class.getName()));
        }
        words.addAll(Arrays.asList(arguments));
        return words;
    }

    Ended run(String... arguments) {
        return started(words(arguments)).ended();
    }

    /**
     * Starts it in a way that it can be interrupted: where a build runs in the background, its processes would ignore
     * that otherwise.
     */
    Started start(String... arguments) {
        List<String> words = new ArrayList<>(List.of("env", "--default-signal=INT"));
        boolean isKnown = exec("env", "--default-signal=INT", "true").code() == 0;
        words.addAll(words(arguments));
        return started(isKnown ? words : words(arguments));
    }

    /** Runs a line of a shell, in which {@code "$@"} is the command. */
    Ended shell(String line, String... arguments) {
        List<String> words = new ArrayList<>(List.of("bash", "-c", line, "bash"));
        words.addAll(words(arguments));
        return started(words).ended();
    }

    /** Runs another program in the same surroundings. */
    Ended exec(String... words) {
        return started(List.of(words)).ended(LONG_PATIENCE_SECONDS);
    }

    private Started started(List<String> words) {
        try {
            Path out = Files.createTempFile("out", ".txt");
            Path err = Files.createTempFile("err", ".txt");
            ProcessBuilder builder = new ProcessBuilder(words)
                    .directory(folder.toFile())
                    .redirectInput(
                            ProcessBuilder.Redirect.from(Path.of("/dev/null").toFile()))
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile());
            builder.environment().clear();
            builder.environment().putAll(environment);
            return new Started(builder.start(), out, err);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A process under way. */
    record Started(Process process, Path out, Path err) {
        /** Waits until the error output holds a text. */
        Started awaitError(String text) {
            long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(PATIENCE_SECONDS);
            while (!read(err).contains(text)) {
                if (System.nanoTime() > deadline
                        || (!process.isAlive() && !read(err).contains(text))) {
                    throw new AssertionError("\"" + text + "\" never came: " + read(err));
                }
                Thread.onSpinWait();
            }
            return this;
        }

        Started interrupt() {
            try {
                boolean unused = new ProcessBuilder("kill", "-INT", Long.toString(process.pid()))
                        .start()
                        .waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
            } catch (IOException | InterruptedException e) {
                throw new IllegalStateException(e);
            }
            return this;
        }

        Ended ended() {
            return ended(PATIENCE_SECONDS);
        }

        private Ended ended(long patienceSeconds) {
            try {
                if (!process.waitFor(patienceSeconds, TimeUnit.SECONDS)) {
                    process.destroyForcibly();
                    throw new AssertionError("It does not end: " + read(err));
                }
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
            Ended ended = new Ended(process.exitValue(), read(out), read(err));
            out.toFile().delete();
            err.toFile().delete();
            return ended;
        }

        private static String read(Path file) {
            try {
                return new String(Files.readAllBytes(file), StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    /** How it ended. */
    record Ended(int code, String out, String err) {}
}
