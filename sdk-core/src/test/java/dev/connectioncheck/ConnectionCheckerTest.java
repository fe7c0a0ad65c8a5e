package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What the facade takes and refuses, and how a check goes on elsewhere. */
class ConnectionCheckerTest {
    private final ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.works());
    private final ConnectionChecker checker = vendor.checker();

    @ParameterizedTest
    @EnumSource
    void aStartedCheckIsAwaited(Driver driver) {
        RunningCheck running = checker.start(toy("t1"));

        assertThat(running.target()).isEqualTo(toy("t1"));
        assertThat(running.checkId()).contains("c1");
        assertThat(vendor.requests()).containsExactly("POST /api/v1/toys/t1/checks");
        assertThat(driver.await(vendor, running).passed()).isTrue();
    }

    @ParameterizedTest
    @EnumSource
    void aCheckIsResumedByItsTokenElsewhere(Driver driver) {
        String token = checker.start(toy("t1")).token().orElseThrow();
        ToyVendor elsewhere = ToyVendor.saying(Reply.running(), Reply.works());

        RunningCheck resumed = elsewhere.checker().resume(token);

        assertThat(resumed.target()).isEqualTo(toy("t1"));
        assertThat(resumed.token()).contains(token);
        CheckResult result = driver.await(elsewhere, resumed);
        assertThat(result.passed()).isTrue();
        assertThat(result.polls()).isEqualTo(2);
        assertThat(elsewhere.requests()).containsOnly("GET /api/v1/toys/t1/checks/c1");
        assertThat(elsewhere.moments().get(0)).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void aCheckDecidedInlineIsKnownAndAsksNoMore(Driver driver) {
        ToyVendor inline = ToyVendor.saying(Reply.works());
        RunningCheck decided = inline.checker().start(toy("t1"));

        assertThat(decided.token()).isEmpty();
        assertThat(decided.checkId()).isEmpty();
        assertThat(driver.await(inline, decided).passed()).isTrue();
        assertThat(inline.requests()).hasSize(1);
    }

    @Test
    void aVerdictOnceKnownIsNotAskedForAgain() {
        RunningCheck running = checker.start(toy("t1"));

        CheckResult result = running.await();

        assertThat(running.await()).isSameAs(result);
        assertThat(running.awaitAsync()).isCompletedWithValue(result);
        assertThat(vendor.requests()).hasSize(3);
    }

    @ParameterizedTest
    @EnumSource
    void startObeysTheWishForPatienceOfItsAnswer(Driver driver) {
        ToyVendor patient = ToyVendor.saying(Reply.running().header("Retry-After", "9"), Reply.works());

        driver.await(patient, patient.checker().start(toy("t1")));

        assertThat(patient.moments()).containsExactly(Duration.ZERO, Duration.ofSeconds(9));
    }

    @Test
    void aListenerHearsOfStartAndAwaitAsOneCourse() {
        Events events = new Events();

        checker.start(toy("t1"), events.options(Duration.ofMinutes(1))).await();

        assertThat(events.heard())
                .containsExactly(
                        "start toy box t1", "status running", "poll 1 running", "poll 2 PASSED", "finish PASSED");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "cc1.",
                "cc1.####",
                "cc1.e30",
                "cc1.bnVsbA",
                "cc2.e30",
                "s3cr3t",
                "cc1.é",
                "cc1.日本",
                "cc1.W10",
            })
    void whatIsNoTokenIsRefusedUnseen(String text) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checker.resume(text))
                .withMessageStartingWith("This is no token to resume a check with")
                .withMessageNotContaining("s3cr3t")
                .withNoCause();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"v\":\"toy\",\"t\":\"../../admin\",\"c\":\"c1\",\"s\":\"running\"}",
                "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"..\",\"s\":\"running\"}",
                "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"\",\"s\":\"running\"}",
                "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\"}",
                "{\"v\":\"toy\",\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\"}",
                "{\"v\":\"toy\",\"t\":{},\"c\":\"c1\",\"s\":\"running\"}",
                "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\"} {}",
            })
    void aTokenThatWasTamperedWithIsRefused(String json) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checker.resume(token(json)))
                .withMessageStartingWith("This is no token to resume a check with")
                .withMessageNotContaining("admin");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void aTokenOfAnotherVendorNamesTheVendorIfThatIsAName() {
        String rest = "\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\"}";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> checker.resume(token("{\"v\":\"acme" + rest)))
                .withMessageContaining("no client for acme, only for toy");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> checker.resume(token("{\"v\":\"S3CR3T" + rest)))
                .withMessageContaining("no client for this vendor")
                .withMessageNotContaining("S3CR3T");
    }

    @Test
    void aTokenIsReadUpToABound() {
        String json = "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"" + "c".repeat(4_096) + "\",\"s\":\"running\"}";

        assertThatIllegalArgumentException().isThrownBy(() -> checker.resume(token(json)));
    }

    @Test
    void twoClientsOfOneVendorAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.of(vendor.client(), vendor.client()))
                .withMessageContaining("Two clients for toy");
    }

    @Test
    void aCheckerWithoutClientsSaysSo() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.of().check(toy("t1")))
                .withMessage(
                        "This ConnectionChecker has no clients: pass them to ConnectionChecker.of(...) or its builder.");
    }

    @Test
    void theTimeOutOfOptionsHasBounds() {
        CheckOptions.Builder builder = CheckOptions.builder();

        for (Duration bad : new Duration[] {
            Duration.ZERO, Duration.ofNanos(-1), Duration.ofDays(365).plusNanos(1)
        }) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.timeout(bad))
                    .withMessageContaining("positive and at most 365 days");
        }
        CheckOptions longest = builder.timeout(Duration.ofDays(365)).build();
        assertThat(longest.timeout()).isEqualTo(Duration.ofDays(365));
        assertThat(longest.toBuilder().build().timeout()).isEqualTo(longest.timeout());
        assertThat(CheckOptions.defaults().timeout()).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void theCheckersOwnOptionsCountWhereNoneAreGiven() {
        ToyVendor slow = ToyVendor.saying(Reply.slow("running"));
        ConnectionChecker impatient = ConnectionChecker.builder()
                .client(slow.client())
                .timeSource(slow.time())
                .defaultOptions(
                        CheckOptions.builder().timeout(Duration.ofMinutes(1)).build())
                .build();

        assertThatExceptionOfType(CheckTimeoutException.class).isThrownBy(() -> impatient.check(toy("t1")));
        assertThat(Duration.ofNanos(slow.time().nanoTime())).isEqualTo(Duration.ofSeconds(59));
    }

    @Test
    void settingsThatMakeNoSenseAreRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ConnectionChecker.builder().concurrencyPerVendor(0));
    }

    private static String token(String json) {
        return "cc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }
}
