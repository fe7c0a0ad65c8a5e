package dev.connectioncheck.cli.terminal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Verdict;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LiveProgressTest {
    private final AtomicLong now = new AtomicLong();
    private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
    private final PrintStream err = new PrintStream(shown, true, StandardCharsets.UTF_8);

    @Test
    void theLineTellsOfTheCheckThatRunsForLongest() {
        LiveProgress progress = new LiveProgress(err, 60, "…", now::get);
        progress.total(3);
        CheckListener first = start(progress, "orders");
        now.addAndGet(TimeUnit.SECONDS.toNanos(40));
        CheckListener second = start(progress, "bills");
        first.onStatusChange(target("orders"), "processing");
        assertThat(lastLine()).isEqualTo("[0/3] 40 s (+1) orders: processing");

        finish(first, "orders");
        assertThat(lastLine()).isEqualTo("[1/3] 0 s bills: asking");

        finish(second, "bills");
        assertThat(lastLine()).isEqualTo("[2/3]");
        progress.close();
        assertThat(shown.toString(StandardCharsets.UTF_8)).endsWith("\r\u001b[K");
    }

    @Test
    void aLineLeavesTheLastColumnFreeAndAVendorCannotLeaveIt() {
        LiveProgress progress = new LiveProgress(err, 40, "…", now::get);
        start(progress, "a name\nof many words, more than there is room for");

        assertThat(lastLine())
                .hasSize(39)
                .startsWith("[0/0] 0 s a name of many words")
                .endsWith("…");
        progress.close();
    }

    @ParameterizedTest
    @CsvSource({"24 80,80", "0 0,80", "50 132,132", "'',80", "nonsense here,80"})
    void aTerminalThatDoesNotKnowItsWidthHasTheUsualOne(String size, int columns) {
        assertThat(Terminal.read(size).columns()).isEqualTo(columns);
    }

    private static CheckListener start(Progress progress, String name) {
        CheckListener listener = progress.forCheck(target(name));
        listener.onStart(target(name));
        return listener;
    }

    private static void finish(CheckListener listener, String name) {
        listener.onFinish(CheckOutcome.of(
                CheckResult.builder(target(name), Verdict.PASSED).build()));
    }

    private String lastLine() {
        String all = shown.toString(StandardCharsets.UTF_8);
        return all.substring(all.lastIndexOf("\u001b[K") + 3);
    }

    private static CheckTarget target(String name) {
        CheckTarget target = () -> "acme";
        return target.named(name);
    }
}
