package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.temporal.StoredVerdict.Outcome;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Which step follows which, on Temporal's test server in this process, which skips pauses. */
@Execution(ExecutionMode.CONCURRENT)
class RulesTest {
    private static final int EVENTS = 17;
    private static final int EVENTS_OF_A_REFUSAL = 6;

    @Test
    void aRefusedStartIsTriedAgainAfterAPauseForSixEvents() {
        try (Shop shop = new Shop()) {
            int sends = 3;
            int refusals = 2;
            String source = shop.datafold(Behavior.passes().at(Phase.START, Fault.status(429), sends * refusals));

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
            assertThat(shop.events(verdict)).isEqualTo(EVENTS + refusals * EVENTS_OF_A_REFUSAL);
            assertThat(shop.starts()).isEqualTo(sends * refusals + 1);
        }
    }

    @Test
    void aStartThatWasNotSentIsTriedAgain() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());
            shop.refuseConnections(3);

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
            assertThat(shop.events(verdict)).isEqualTo(EVENTS + EVENTS_OF_A_REFUSAL);
            assertThat(shop.starts()).isEqualTo(1);
        }
    }

    @Test
    void aRefusalThatLastsEndsAsAnError() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(
                    Behavior.passes().at(Phase.START, Fault.status(429).retryAfter("60")));

            StoredVerdict verdict = shop.check(
                    source,
                    DurableOptions.builder().timeout(Duration.ofSeconds(10)).build());

            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.errorType()).contains("RateLimitedException");
            assertThat(shop.recorded()).containsExactly(verdict);
        }
    }

    @Test
    void anAnswerThatSaysNothingOfTheStartIsReported() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(
                    Behavior.passes().at(Phase.START, Fault.status(500).afterProcessing(), 1));

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.outcome()).isEqualTo(Outcome.START_UNKNOWN);
            assertThat(verdict.errorType()).contains("VendorUnavailableException");
            assertThat(shop.starts()).isEqualTo(1);
            assertThat(shop.recorded()).containsExactly(verdict);
        }
    }

    @Test
    void whoSaysThatTwiceDoesNoHarmHasItStartedAgain() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(
                    Behavior.passes().at(Phase.START, Fault.status(500).afterProcessing(), 1));

            StoredVerdict verdict = shop.check(
                    source,
                    DurableOptions.builder().lostStart(LostStart.START_AGAIN).build());

            assertThat(verdict.passed()).isTrue();
            assertThat(shop.starts()).isEqualTo(2);
        }
    }

    @Test
    void aWorkerThatCollapsesAtTheStartIsALostStart() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());
            shop.finding(ref -> {
                throw new AssertionError(Canary.secret("message"));
            });

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.outcome()).isEqualTo(Outcome.START_UNKNOWN);
            assertThat(shop.recorded()).containsExactly(verdict);
            assertThat(shop.events(verdict)).isEqualTo(EVENTS);
            assertThat(Canary.isIn(shop.history(verdict))).isFalse();
        }
    }

    @Test
    void aCollapsedStartIsMadeAgainForWhomTwiceDoesNoHarm() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());
            AtomicInteger calls = new AtomicInteger();
            shop.finding(ref -> {
                if (calls.incrementAndGet() == 1) {
                    throw new AssertionError("once");
                }
                return shop.target(ref);
            });

            StoredVerdict verdict = shop.check(
                    source,
                    DurableOptions.builder().lostStart(LostStart.START_AGAIN).build());

            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
            assertThat(shop.starts()).isEqualTo(1);
        }
    }

    @Test
    void aConnectionThatIsNotThereIsAnErrorAtOnceAndItsMessageIsNotKept() {
        try (Shop shop = new Shop()) {
            shop.finding(ref -> {
                throw new IllegalArgumentException(Canary.secret("message"));
            });

            StoredVerdict verdict = shop.check("nowhere");

            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.errorType()).contains("IllegalArgumentException");
            assertThat(verdict.message().orElseThrow()).contains("RulesTest.java:");
            assertThat(Canary.isIn(shop.history(verdict))).isFalse();
            assertThat(shop.starts()).isZero();
        }
    }

    @Test
    void aTableOfConnectionsThatIsDownIsAskedAgain() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());
            AtomicInteger calls = new AtomicInteger();
            shop.finding(ref -> {
                if (calls.incrementAndGet() <= 2) {
                    throw new IllegalStateException("down");
                }
                return shop.target(ref);
            });

            assertThat(shop.check(source).passed()).isTrue();
            assertThat(calls).hasValue(3);
        }
    }

    @Test
    void aVerdictIsNotLostAndNotAskedForAgainWhileTheTableCannotBeWritten() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());
            shop.failRecords(3);

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.passed()).isTrue();
            assertThat(shop.recorded()).containsExactly(verdict);
            assertThat(shop.starts()).isEqualTo(1);
            assertThat(shop.polls()).isEqualTo(1);
            assertThat(Canary.isIn(shop.history(verdict))).isFalse();
        }
    }

    @Test
    void aChangeIsToldAgainIfTellingItFailed() {
        try (Shop shop = new Shop()) {
            AtomicInteger told = new AtomicInteger();
            List<Verdict> befores = new ArrayList<>();
            shop.previously(Verdict.FAILED, before -> {
                befores.add(before);
                if (told.incrementAndGet() == 1) {
                    throw new IllegalStateException("no mail today");
                }
            });

            assertThat(shop.check(shop.datafold(Behavior.passes())).passed()).isTrue();
            assertThat(befores).containsExactly(Verdict.FAILED, Verdict.FAILED);
        }
    }

    @Test
    void theSameVerdictIsNoChange() {
        try (Shop shop = new Shop()) {
            List<Verdict> befores = new ArrayList<>();
            shop.previously(Verdict.PASSED, befores::add);

            assertThat(shop.check(shop.datafold(Behavior.passes())).passed()).isTrue();
            assertThat(befores).isEmpty();
        }
    }

    @Test
    void aCheckWithoutAVerdictByItsTimeoutSaysSoAndCanBeResumed() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.neverEnds());

            StoredVerdict verdict = shop.check(
                    source,
                    DurableOptions.builder().timeout(Duration.ofSeconds(1)).build());

            assertThat(verdict.outcome()).isEqualTo(Outcome.TIMED_OUT);
            assertThat(verdict.polls()).isEqualTo(shop.polls());
            assertThat(shop.resume(verdict.token().orElseThrow()).vendor()).isEqualTo("datafold");
            assertThat(shop.events(verdict)).isEqualTo(EVENTS);
        }
    }

    @Test
    void troubleWithAPollIsNoEnd() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes().at(Phase.POLL, Fault.status(503), 4));

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.passed()).isTrue();
            assertThat(shop.events(verdict)).isEqualTo(EVENTS);
        }
    }

    @Test
    void aJobThatVanishedIsAnError() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes().at(Phase.POLL, Fault.status(403)));

            StoredVerdict verdict = shop.check(source);

            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.errorType()).contains("PermissionDeniedException");
            assertThat(verdict.token()).isPresent();
        }
    }

    @Test
    void aVendorThatAnswersInlineIsAskedOnceAndMayTakeLongerThanAWorkerMayBeSilent() {
        try (Shop shop = new Shop()) {
            String connection = shop.artie(Behavior.passes().after(Duration.ofSeconds(5)));

            StoredVerdict verdict = shop.check(
                    connection,
                    DurableOptions.builder()
                            .heartbeatTimeout(Duration.ofSeconds(4))
                            .build());

            assertThat(verdict.passed()).as(verdict.toString()).isTrue();
            assertThat(verdict.polls()).isZero();
            assertThat(shop.events(verdict)).isEqualTo(EVENTS - 6);
        }
    }

    @Test
    void theStepsOfAVerdictAreKept() {
        try (Shop shop = new Shop()) {
            StoredVerdict verdict = shop.check(shop.datafold(Behavior.fails("no such role")));

            assertThat(verdict.verdict()).contains(Verdict.FAILED);
            assertThat(verdict.message()).contains("no such role");
            assertThat(verdict.steps()).isNotEmpty();
            assertThat(StoredVerdict.of(verdict.toMap())).isEqualTo(verdict);
        }
    }

    @Test
    void aTargetOfAnotherVendorIsAnError() {
        try (Shop shop = new Shop()) {
            shop.finding(ref -> shop.anyOfDatafold());

            StoredVerdict verdict = shop.check(shop.artie(Behavior.passes()));

            assertThat(verdict.outcome()).isEqualTo(Outcome.ERROR);
            assertThat(verdict.message().orElseThrow()).contains("datafold", "return one of artie");
        }
    }

    @Test
    void aConnectionThatASweepListsTwiceIsCheckedOnce() {
        try (Shop shop = new Shop()) {
            String source = shop.datafold(Behavior.passes());

            SweepSummary summary = shop.sweep(List.of(source, source, shop.datafold(Behavior.fails("no"))));

            assertThat(summary.count(Verdict.PASSED)).isEqualTo(1);
            assertThat(summary.count(Verdict.FAILED)).isEqualTo(1);
            assertThat(summary.checks()).isEqualTo(2);
            assertThat(summary.notChecked()).isEqualTo(1);
            assertThat(shop.starts()).isEqualTo(2);
        }
    }

    @Test
    void theUsersCodecIsUsedForAllThatIsKept() {
        try (Shop shop = Shop.withCodec()) {
            StoredVerdict verdict = shop.check(shop.datafold(Behavior.fails("a word of the vendor")));

            assertThat(verdict.message()).isEqualTo(Optional.of("a word of the vendor"));
            assertThat(shop.history(verdict)).doesNotContain("a word of the vendor");
        }
    }
}
