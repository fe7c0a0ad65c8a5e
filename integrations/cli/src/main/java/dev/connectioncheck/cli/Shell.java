package dev.connectioncheck.cli;

import dev.connectioncheck.cli.report.Screen;
import dev.connectioncheck.cli.terminal.Terminal;
import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.util.Map;
import java.util.Optional;

/**
 * What the command was started in.
 *
 * @param out the standard output, without a buffer
 * @param err the error output
 * @param charset what both are shown in
 * @param environment the environment variables
 */
record Shell(OutputStream out, PrintStream err, Charset charset, Map<String, String> environment) {
    static Shell ofThisProcess() {
        Charset charset = charsetOfTheLocale();
        return new Shell(
                new FileOutputStream(FileDescriptor.out),
                new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
                charset,
                EnvironmentVariables.ofThisProcess());
    }

    /** The locale's charset; since JDK 18 the default one is UTF-8 whatever the locale says. */
    private static Charset charsetOfTheLocale() {
        String name = System.getProperty("stdout.encoding", System.getProperty("native.encoding", ""));
        return name.isBlank() ? Charset.defaultCharset() : Charset.forName(name);
    }

    Optional<Terminal> terminal(Terminal.Stream stream) {
        return Terminal.of(stream, environment);
    }

    /** What the standard output shows a table on. */
    Screen screen() {
        return terminal(Terminal.Stream.OUT)
                .map(terminal -> new Screen(terminal.columns(), !isSet("NO_COLOR"), mark()))
                .orElse(Screen.NONE);
    }

    /** What stands at the end of a text that was cut. */
    String mark() {
        return charset.newEncoder().canEncode('…') ? "…" : "...";
    }

    boolean isSet(String variable) {
        return !environment.getOrDefault(variable, "").isEmpty();
    }
}
