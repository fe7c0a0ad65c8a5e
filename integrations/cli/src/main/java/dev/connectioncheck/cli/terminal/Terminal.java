package dev.connectioncheck.cli.terminal;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * A terminal that shows the standard output, or the error output.
 *
 * @param columns how many characters fit into a line
 */
public record Terminal(int columns) {
    private static final int USUAL_COLUMNS = 80;

    /** Where the output goes. */
    public enum Stream {
        /** The standard output. */
        OUT("test -t 1 && stty size <&1 >&2"),
        /** The error output. */
        ERR("test -t 2 && stty size <&2");

        private final String question;

        Stream(String question) {
            this.question = question;
        }
    }

    /**
     * Asks the shell, since the JVM only knows about both ends at once and nothing about columns: whether a stream is a
     * terminal that understands more than plain text, and how wide it is. Where there is no shell there is no terminal.
     */
    public static Optional<Terminal> of(Stream stream, Map<String, String> environment) {
        String term = environment.getOrDefault("TERM", "");
        if (term.isBlank() || term.equals("dumb")) {
            return Optional.empty();
        }
        try {
            return answer(stream).map(Terminal::read);
        } catch (IOException e) {
            return Optional.empty();
        }
    }

    /** Runs the shell with the stream in question as it is, and reads what it says on the other. */
    private static Optional<String> answer(Stream stream) throws IOException {
        ProcessBuilder builder = new ProcessBuilder("/bin/sh", "-c", stream.question);
        Process shell = stream == Stream.OUT
                ? builder.redirectOutput(Redirect.INHERIT).start()
                : builder.redirectError(Redirect.INHERIT).start();
        try (var said = stream == Stream.OUT ? shell.getErrorStream() : shell.getInputStream()) {
            String text = new String(said.readAllBytes(), StandardCharsets.US_ASCII);
            return shell.waitFor(1, TimeUnit.SECONDS) && shell.exitValue() == 0 ? Optional.of(text) : Optional.empty();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return Optional.empty();
        }
    }

    /** Reads rows and columns; a terminal that does not know its size says 0. */
    static Terminal read(String size) {
        String[] numbers = size.strip().split(" ", 2);
        boolean isKnown = numbers.length == 2 && numbers[1].matches("[1-9][0-9]{0,4}");
        return new Terminal(isKnown ? Integer.parseInt(numbers[1]) : USUAL_COLUMNS);
    }
}
