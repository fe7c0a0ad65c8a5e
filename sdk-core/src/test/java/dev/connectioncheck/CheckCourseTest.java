package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** The course of a check, the same whichever way it is driven. */
class CheckCourseTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final Events events = new Events();

    @ParameterizedTest
    @EnumSource
    void aCheckIsStartedThenPolledToItsVerdict(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.works());

        CheckResult result = driver.check(vendor, toy("t1"), events.options(MINUTE));

        assertThat(result.verdict()).isEqualTo(Verdict.PASSED);
        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(2);
        assertThat(result.checkId()).contains("c1");
        assertThat(result.target()).isEqualTo(toy("t1"));
        assertThat(result.elapsed()).isEqualTo(vendor.moments().get(2));
        assertThat(vendor.requests())
                .containsExactly(
                        "POST /api/v1/toys/t1/checks",
                        "GET /api/v1/toys/t1/checks/c1",
                        "GET /api/v1/toys/t1/checks/c1");
    }

    @ParameterizedTest
    @EnumSource
    void aBrokenConnectionIsAResult(Driver driver) {
        CheckResult result = driver.check(ToyVendor.saying(Reply.running(), Reply.broken("no route")));

        assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
        assertThat(result.message()).contains("no route");
    }

    @ParameterizedTest
    @EnumSource
    void aVendorThatAnswersInlineIsNotPolled(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.status("odd"));

        CheckResult result = driver.check(vendor, toy("t1"), events.options(MINUTE));

        assertThat(result.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(result.polls()).isZero();
        assertThat(vendor.requests()).hasSize(1);
        assertThat(events.heard()).containsExactly("start toy box t1", "finish INCONCLUSIVE");
    }

    @ParameterizedTest
    @EnumSource
    void aListenerHearsTheWholeCourse(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.status("queued"), Reply.running(), Reply.running(), Reply.works());

        driver.check(vendor, toy("t1"), events.options(MINUTE));

        assertThat(events.heard())
                .containsExactly(
                        "start toy box t1",
                        "status queued",
                        "poll 1 running",
                        "status running",
                        "poll 2 running",
                        "poll 3 PASSED",
                        "finish PASSED");
    }

    @ParameterizedTest
    @EnumSource
    void anErrorEndsTheCheckAndIsHeard(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.of(403, ""));

        ConnectionCheckException error = catchThrowableOfType(
                PermissionDeniedException.class, () -> driver.check(vendor, toy("t1"), events.options(MINUTE)));

        assertThat(error.operation()).isEqualTo("readCheck");
        assertThat(error.token()).isPresent();
        assertThat(events.heard()).endsWith("finish PermissionDeniedException");
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatTheVendorDoesNotFindAtOnceIsAskedForAgain(Driver driver) {
        Reply notFound = Reply.of(404, "");
        ToyVendor vendor = ToyVendor.saying(Reply.running(), notFound, notFound, Reply.works());

        assertThat(driver.check(vendor).passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCheckThatTheVendorNeverFindsIsNotFoundAfterTenSeconds(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.of(404, ""));

        assertThatExceptionOfType(TargetNotFoundException.class).isThrownBy(() -> driver.check(vendor));

        Duration last = vendor.moments().get(vendor.moments().size() - 1);
        assertThat(last).isBetween(Duration.ofSeconds(10), Duration.ofSeconds(13));
    }

    @ParameterizedTest
    @EnumSource
    void aTargetThatTheVendorDoesNotKnowFailsAtOnce(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.of(404, ""));

        assertThatExceptionOfType(TargetNotFoundException.class).isThrownBy(() -> driver.check(vendor));

        assertThat(vendor.requests()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aVendorModuleThatThrowsEndsTheCheckWithoutShowingItsWords(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.status("break the module"));

        ConnectionCheckException error = catchThrowableOfType(
                ConnectionCheckException.class, () -> driver.check(vendor, toy("t1"), events.options(MINUTE)));

        assertThat(error)
                .hasMessageContaining("java.lang.IllegalStateException")
                .hasStackTraceContaining("ToyChecks.poll");
        assertThat(stackTraceOf(error)).doesNotContain("s3cr3t");
        assertThat(error.token()).isPresent();
        assertThat(events.heard()).endsWith("finish ConnectionCheckException");
    }

    @ParameterizedTest
    @EnumSource
    void aListenerThatThrowsChangesNothing(Driver driver) {
        CheckListener listener = new CheckListener() {
            @Override
            public void onStart(CheckTarget target) {
                throw new IllegalStateException("start");
            }

            @Override
            public void onPoll(CheckTarget target, String status, int polls) {
                throw new AssertionError("poll");
            }

            @Override
            public void onStatusChange(CheckTarget target, String status) {
                throw new IllegalStateException("status");
            }

            @Override
            public void onFinish(CheckOutcome outcome) {
                throw new AssertionError("finish");
            }
        };
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.works());

        CheckResult result = driver.check(
                vendor, toy("t1"), CheckOptions.builder().listener(listener).build());

        assertThat(result.passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void onlyTheVerdictOfTheVendorCounts(Driver driver) {
        for (String body :
                List.of("", "null", "[]", "\"works\"", "{\"id\":\"c1\",\"status\":\"works\"} {}", "<html>")) {
            ToyVendor vendor = ToyVendor.saying(Reply.of(200, body));

            assertThat(catchThrowableOfType(UnexpectedResponseException.class, () -> driver.check(vendor)))
                    .as(body)
                    .hasMessageContaining("can't be understood");
        }
    }

    private static String stackTraceOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }
}
