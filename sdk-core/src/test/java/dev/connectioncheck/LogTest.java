package dev.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.TimeSource;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.LogBook;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyStages;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Queue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.function.BiConsumer;
import java.util.function.Function;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the log at DEBUG tells somebody who looks for a fault. */
class LogTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static final String HOST = "db.internal.example";

    @Test
    void twoChecksOfOneTargetThatRunAtOnceCanBeToldApart() {
        ToyVendor vendor = ToyVendor.replying(twoCourses());
        vendor.time().advance(Duration.ofSeconds(20)); // a clock begins anywhere
        try (LogBook.Reading log = LogBook.read();
                ConnectionChecker checker = vendor.checker()) {
            CompletableFuture<CheckResult> good = checker.checkAsync(target());
            CompletableFuture<CheckResult> bad = checker.checkAsync(target());
            assertThat(Driver.finish(good, vendor.time()).verdict()).isEqualTo(Verdict.PASSED);
            assertThat(Driver.finish(bad, vendor.time()).verdict()).isEqualTo(Verdict.FAILED);

            Object first = Objects.requireNonNull(log.lines().get(0).values().get("check"));
            Object second = log.lines().stream()
                    .map(line -> line.values().get("check"))
                    .filter(check -> !first.equals(check))
                    .findFirst()
                    .orElseThrow();
            assertThat(log.lines()).allSatisfy(line -> {
                assertThat(line.values().get("check")).isIn(first, second);
                assertThat(line.values()).containsEntry("target", "orders (toy box t1)");
                assertThat(line.words())
                        .startsWith("check " + line.values().get("check") + " of orders (toy box t1): ");
            });
            assertThat(courseOf(first, log))
                    .containsSubsequence(
                            "begins, with a timeout of PT5M",
                            "startCheck: sending attempt 1",
                            "startCheck: answered 200 after 0 ms",
                            "is queued at the vendor, after 0 polls",
                            "next poll in 20000 ms, as the vendor asks",
                            "readCheck: sending attempt 1",
                            "readCheck: answered 503 after 0 ms",
                            "readCheck: sending attempt 2",
                            "readCheck: answered 200 after 0 ms",
                            "ends with PASSED after 26000 ms");
            assertThat(courseOf(second, log))
                    .contains("readCheck: no answer after 0 ms, java.io.IOException")
                    .noneMatch(words -> words.contains("503"))
                    .last()
                    .asString()
                    .startsWith("ends with FAILED");
        }
    }

    @Test
    void aPauseSaysWhetherItFollowsTheAgeOrEarlierChecks() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works(), Reply.running(), Reply.works());
        try (LogBook.Reading log = LogBook.read();
                ConnectionChecker checker = vendor.checker()) {
            checker.check(ToyTarget.toy("t1"));
            checker.check(ToyTarget.toy("t1"));

            assertThat(log.lines().stream()
                            .filter(line -> line.words().contains("next poll in"))
                            .map(line -> line.values().get("reason")))
                    .containsExactly("by the age of the check", "by how long its checks usually take");
        }
    }

    @Test
    void aPauseBeforeTheLastPollSaysThatItIsTheLast() {
        ToyVendor vendor = ToyVendor.saying(Reply.running().header("Retry-After", "90"), Reply.works());
        try (LogBook.Reading log = LogBook.read()) {
            Driver.BLOCKING.check(
                    vendor,
                    target(),
                    CheckOptions.builder().timeout(Duration.ofMinutes(1)).build());

            assertThat(only(log, "next poll in"))
                    .containsEntry("pauseMillis", 59_950L)
                    .containsEntry("reason", "for the last poll before the deadline");
        }
    }

    @Test
    void aPauseThatIsLeftToTheProgramIsLoggedToo() {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running().header("Retry-After", "42"));
        try (LogBook.Reading log = LogBook.read();
                ConnectionChecker checker = vendor.checker()) {
            assertThat(checker.start(target()).poll()).isInstanceOf(PollOutcome.Pending.class);

            assertThat(only(log, "next poll in"))
                    .containsEntry("pauseMillis", 42_000L)
                    .containsEntry("polls", 1)
                    .containsEntry("reason", "left to the program");
        }
    }

    @Test
    void whatIsNoHttpRequestIsLoggedWithItsTimeAndWhatItThrew() {
        VirtualTime time = new VirtualTime();
        time.advance(Duration.ofSeconds(20)); // a clock begins anywhere
        ToyStages vendor = new ToyStages(
                target ->
                        after(Duration.ofSeconds(2), time, CompletableFuture::complete, Progress.running("c1", "new")),
                () -> after(
                        Duration.ofSeconds(3),
                        time,
                        CompletableFuture::completeExceptionally,
                        new IllegalStateException("no toy")));
        try (LogBook.Reading log = LogBook.read();
                ConnectionChecker checker = vendor.checker(time).build()) {
            CompletableFuture<CheckResult> check = checker.checkAsync(target());
            assertThatThrownBy(() -> Driver.finish(check, time)).isInstanceOf(ConnectionCheckException.class);

            assertThat(only(log, "check: answered after 2000 ms"))
                    .containsEntry("operation", "check")
                    .containsEntry("attempt", 1)
                    .containsEntry("durationMillis", 2_000L);
            assertThat(only(log, "check: no answer after 3000 ms"))
                    .containsEntry("attempt", 1)
                    .containsEntry("durationMillis", 3_000L)
                    .containsEntry("reason", "java.lang.IllegalStateException");
        }
    }

    /** A stage that ends after so much time, as told. */
    private static <T> CompletionStage<Progress> after(
            Duration wait, VirtualTime time, BiConsumer<CompletableFuture<Progress>, T> end, T with) {
        CompletableFuture<Progress> stage = new CompletableFuture<>();
        TimeSource.Timer unused = time.schedule(() -> end.accept(stage, with), wait.toNanos());
        return stage;
    }

    @Test
    void aRetrySaysWhyAndHowLongItWaits() {
        ToyVendor vendor = ToyVendor.saying(
                Reply.running(),
                Reply.of(429, "{}").header("Retry-After", "7").header("X-Request-Id", "req-1"),
                Reply.works());
        try (LogBook.Reading log = LogBook.read()) {
            Driver.BLOCKING.check(vendor);

            Map<String, Object> answer = only(log, ": answered 429 after");
            assertThat(answer)
                    .containsEntry("operation", "readCheck")
                    .containsEntry("attempt", 1)
                    .containsEntry("status", 429)
                    .containsEntry("requestId", "req-1")
                    .containsEntry("checkId", "c1")
                    .containsEntry("durationMillis", 0L);
            Map<String, Object> retry = only(log, ": retrying in");
            assertThat(retry).containsEntry("attempt", 1).containsEntry("pauseMillis", 7_000L);
            assertThat(retry.get("reason")).asString().contains("429");
        }
    }

    @ParameterizedTest
    @EnumSource
    void theEndOfACheckIsLoggedHoweverItIsRun(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.works().header("X-Request-Id", "req-2"));
        try (LogBook.Reading log = LogBook.read()) {
            driver.check(vendor);

            assertThat(only(log, "ends with"))
                    .containsEntry("outcome", "PASSED")
                    .containsEntry("checkId", "c1")
                    .containsEntry("requestId", "req-2")
                    .containsEntry("polls", 1);
        }
    }

    @ParameterizedTest
    @EnumSource
    void anErrorAtTheEndIsLoggedWithItsMessage(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.of(401, "{}"));
        try (LogBook.Reading log = LogBook.read()) {
            assertThatThrownBy(() -> driver.check(vendor)).isInstanceOf(AuthenticationException.class);

            Map<String, Object> end = only(log, "ends with");
            assertThat(end).containsEntry("outcome", "ERROR");
            assertThat(end.get("reason")).asString().contains("401");
        }
    }

    @Test
    void aCheckThatIsResumedAndCancelledIsLogged() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        try (ConnectionChecker checker = vendor.checker()) {
            String token = checker.start(target()).token().orElseThrow();
            try (LogBook.Reading log = LogBook.read()) {
                checker.resume(token).cancel();

                assertThat(only(log, "is resumed"))
                        .containsEntry("checkId", "c1")
                        .containsEntry("timeoutMillis", 300_000L);
                assertThat(only(log, "ends with")).containsEntry("outcome", "ERROR");
            }
        }
    }

    @Test
    void aCallOnItsOwnIsLoggedWithItsVendor() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        try (LogBook.Reading log = LogBook.read()) {
            vendor.client().read("t1").execute();

            assertThat(log.lines())
                    .extracting(LogBook.Line::words)
                    .containsExactly("toy: readToy: sending attempt 1", "toy: readToy: answered 200 after 0 ms");
            assertThat(log.lines()).allSatisfy(line -> assertThat(line.values()).doesNotContainKeys("check", "target"));
        }
    }

    @ParameterizedTest
    @EnumSource
    void noLineHoldsAPasswordOrASetting(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(
                Reply.of(429, "{\"error\": \"" + PASSWORD + "\"}"),
                Reply.status(PASSWORD + " waits").header("X-Request-Id", PASSWORD),
                Reply.of(502, "<html>" + PASSWORD + "</html>"),
                Reply.throwing(new IllegalStateException("sent " + PASSWORD)),
                Reply.broken("refused " + PASSWORD));
        try (LogBook.Reading log = LogBook.read()) {
            driver.check(vendor, target(), CheckOptions.defaults());

            assertThat(log.lines()).hasSizeGreaterThan(10);
            assertThat(log.lines())
                    .extracting(LogBook.Line::toString)
                    .allSatisfy(line -> assertThat(line)
                            .doesNotContain(PASSWORD)
                            .doesNotContain(HOST)
                            .doesNotContain(ToyClient.KEY));
        }
    }

    private static CheckTarget target() {
        return ToyTarget.toy("t1", Map.of("password", PASSWORD, "host", HOST)).named("orders");
    }

    /** Answers two checks that start one after the other: the first passes, the second does not. */
    private static Function<Request, Reply> twoCourses() {
        Queue<Reply> starts = new ArrayDeque<>(List.of(queued("c1"), queued("c2")));
        Queue<Reply> good = new ArrayDeque<>(List.of(Reply.of(503, "{}").header("Retry-After", "6"), Reply.works()));
        Queue<Reply> bad = new ArrayDeque<>(List.of(Reply.failure(), Reply.broken("no")));
        return request -> request.method().equals("POST")
                ? starts.remove()
                : (request.url().encodedPath().endsWith("c1") ? good : bad).remove();
    }

    private static Reply queued(String id) {
        return Reply.of(200, "{\"id\": \"" + id + "\", \"status\": \"queued\", \"patience\": 20}")
                .after(Duration.ZERO);
    }

    private static List<String> courseOf(Object check, LogBook.Reading log) {
        return log.lines().stream()
                .filter(line -> check.equals(line.values().get("check")))
                .map(line -> line.words().substring(line.words().indexOf("): ") + 3))
                .toList();
    }

    private static Map<String, Object> only(LogBook.Reading log, String words) {
        List<LogBook.Line> found = log.lines().stream()
                .filter(line -> line.words().contains(words))
                .toList();
        assertThat(found).as(log.lines().toString()).hasSize(1);
        return found.get(0).values();
    }
}
