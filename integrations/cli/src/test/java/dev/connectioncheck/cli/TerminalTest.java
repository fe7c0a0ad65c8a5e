package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.api.io.TempDir;

/** What is seen on terminals, which {@code script} of util-linux stands in for. */
class TerminalTest {
    private static final Path SCRIPT = Path.of("/usr/bin/script");

    @RegisterExtension
    static final SandboxExtension sandbox = new SandboxExtension();

    private final Vendors vendors = new Vendors(sandbox);

    @TempDir
    private Path folder;

    @BeforeEach
    void twoConnections() {
        assumeTrue(Files.isExecutable(SCRIPT) && System.getProperty("os.name").equals("Linux"));
        vendors.squared("orders", Behavior.passes())
                .datafold(
                        "the warehouse of everything",
                        Behavior.fails("Role REPORTER may not use warehouse WH, ask an admin")
                                .after(Duration.ofSeconds(1)))
                .writeTo(folder);
    }

    @Test
    void linesFitIntoFiftySixColumnsWithColoursAndLiveProgress() {
        String shown = onTerminal(56, "xterm", "").out();

        assertThat(shown).contains("\u001b[32mPASSED\u001b[0m", "\u001b[31mFAILED\u001b[0m", "…");
        assertThat(table(shown))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(56));
        assertThat(shown).contains("\r\u001b[K[1/2] ");
        assertThat(shown.split("\r\u001b\\[K", -1)).allSatisfy(drawn -> {
            if (drawn.startsWith("[")) {
                assertThat(drawn.length()).isLessThanOrEqualTo(56);
            }
        });
        assertThat(shown).contains("1 failed, 1 passed, in ");
    }

    @Test
    void aNarrowTerminalGetsPlainLinesAndNoColourIsObeyed() {
        String shown = onTerminal(39, "xterm", "NO_COLOR=1").out();

        assertThat(shown).doesNotContain("\u001b").contains("[1/2] PASSED orders");
        assertThat(table(shown))
                .hasSize(3)
                .allSatisfy(line -> assertThat(line.length()).isLessThanOrEqualTo(39));
    }

    private Command.Ended onTerminal(int columns, String term, String assignment) {
        List<String> words = new ArrayList<>(Command.in(folder).words("check"));
        String line = words.stream().map(word -> "'" + word + "'").collect(Collectors.joining(" "));
        return Command.in(folder)
                .with(vendors.environment())
                .with("TERM", term)
                .exec(
                        "script",
                        "-q",
                        "-e",
                        "-c",
                        "stty cols " + columns + "; " + assignment + " exec " + line,
                        "/dev/null");
    }

    /** The lines of the table, as they look. */
    private static List<String> table(String shown) {
        return Arrays.stream(shown.split("\r?\n", -1))
                .map(line -> line.replaceAll("(?s)^.*\r", "").replaceAll("\u001b\\[[0-9;]*[mK]", ""))
                .filter(line -> line.matches("(STATUS|PASSED|FAILED) .*"))
                .toList();
    }
}
