package dev.connectioncheck.internal.log;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.toy.LogBook;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class CourseLogTest {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `(\\w+)` \\|");

    private final List<String> asked = new ArrayList<>();
    private final CheckTarget target = new CheckTarget() {
        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public String toString() {
            asked.add("toString");
            return "toy box t1";
        }
    };

    @ParameterizedTest
    @MethodSource("events")
    void nothingIsPutIntoWordsWhenDebugIsOff(Consumer<CourseLog> event) {
        event.accept(log());

        assertThat(asked).isEmpty();
    }

    @ParameterizedTest
    @MethodSource("events")
    void everyLineSaysOfWhichCheckItIs(Consumer<CourseLog> event) {
        try (LogBook.Reading reading = LogBook.read()) {
            event.accept(log());

            assertThat(asked).isNotEmpty();
            assertThat(reading.lines()).singleElement().satisfies(line -> {
                assertThat(line.words()).startsWith("check 7 of toy box t1: ");
                assertThat(line.values())
                        .containsEntry("check", 7L)
                        .containsEntry("vendor", "toy")
                        .containsEntry("account", "eu")
                        .containsEntry("target", "toy box t1")
                        .containsEntry("checkId", "c1");
            });
        }
    }

    @ParameterizedTest
    @MethodSource("events")
    void whoeverTurnsDebugOffMeanwhileHearsNoMore(Consumer<CourseLog> event) {
        CourseLog begun;
        try (LogBook.Reading reading = LogBook.read()) {
            begun = log();
            assertThat(reading.lines()).isEmpty();
        }
        event.accept(begun);

        assertThat(asked).isEmpty();
    }

    @Test
    void aLineThatCannotBeWrittenChangesNothing() {
        CheckTarget broken = new CheckTarget() {
            @Override
            public String vendor() {
                return "toy";
            }

            @Override
            public String toString() {
                throw new IllegalStateException("no words");
            }
        };
        try (LogBook.Reading reading = LogBook.read()) {
            assertThatCode(() ->
                            CourseLog.ofCheck(1, broken, null, new Secrets()).began(Duration.ZERO))
                    .doesNotThrowAnyException();

            assertThat(reading.lines())
                    .extracting(LogBook.Line::words)
                    .containsExactly("A line could not be logged: java.lang.IllegalStateException.");
        }
    }

    @Test
    void theDocumentListsEveryKeyAndNoOther() throws IOException {
        String document = Files.readString(Path.of("..", "docs", "logging.md"));

        assertThat(ROW.matcher(document).results().map(row -> row.group(1)))
                .containsExactlyElementsOf(
                        Stream.of(LogKey.values()).map(LogKey::text).toList());
    }

    private CourseLog log() {
        return CourseLog.ofCheck(7, target, "eu", new Secrets()).withCheckId("c1");
    }

    static Stream<Consumer<CourseLog>> events() {
        ConnectionCheckException why =
                new ConnectionCheckException(ConnectionCheckException.Failure.of("toy", "readToy", "why"), null);
        CheckResult result = CheckResult.builder(() -> "toy", Verdict.PASSED).build();
        return Stream.of(
                log -> log.began(Duration.ofMinutes(1)),
                log -> log.resumed(Duration.ofMinutes(1)),
                log -> log.sending("readToy", 1),
                log -> log.answered("readToy", 1, 200, Optional.of("req-1"), 1),
                log -> log.returned("readToy", 1, 1),
                log -> log.failed("readToy", 1, new IOException("closed"), 1),
                log -> log.retrying("readToy", 1, why, Duration.ZERO),
                log -> log.moved("running", 1),
                log -> log.pausing(1, 1, "why"),
                log -> log.ended(CheckOutcome.of(result), 1));
    }
}
