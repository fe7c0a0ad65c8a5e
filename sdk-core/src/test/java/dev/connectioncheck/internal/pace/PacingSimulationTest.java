package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * What pacing costs, by simulation with a chance of its own: 20,000 connections, medians from 0.2 s to 10 min, each
 * check within a log-normal spread of 20 %, eight checks known. The benchmarks take the same figures with the whole
 * SDK.
 */
class PacingSimulationTest {
    private static final int CONNECTIONS = 20_000;
    private static final double SHORTEST = 0.2;
    private static final double LONGEST = 600;

    private final Random chance = new Random(13);
    private final double[] medians = new double[CONNECTIONS];
    private final @Nullable RememberedPace[] paces = new RememberedPace[CONNECTIONS];
    private RememberedPace kind = RememberedPace.NONE;
    private double extra;
    private int polls;
    private int counted;

    @BeforeEach
    void drawConnections() {
        for (int i = 0; i < CONNECTIONS; i++) {
            medians[i] = SHORTEST * Math.pow(LONGEST / SHORTEST, chance.nextDouble());
        }
    }

    @Test
    void connectionsNeverSeenCostWhatTheyDidBeforeAnythingWasRemembered() {
        checkAll(1, 1);

        assertCost(0.12, 19.5);
    }

    @Test
    void connectionsCheckedEightTimesCostAThirdOfThePollsAndAreSeenSooner() {
        learn();

        checkAll(1, 1);

        assertCost(0.085, 6);
    }

    @Test
    void theFirstChecksAfterAVendorBecameTenTimesSlowerCostLittleMoreThanBeforeAnythingWasRemembered() {
        learn();

        checkAll(10, 1);

        assertCost(0.15, 22);
    }

    @Test
    void theFirstChecksAfterAVendorBecameTenTimesQuickerCostLittleSinceTheFirstOfThemTellTheRest() {
        learn();

        checkAll(0.1, 1);

        assertCost(0.15, 22);
    }

    @Test
    void oneCheckAfterAVendorBecameTenTimesSlowerTheMemoryIsRight() {
        learn();
        checkAll(10, 1);

        checkAll(10, 1);

        assertCost(0.11, 9); // at more than a minute the cap takes polls
    }

    @Test
    void oneCheckAfterAVendorBecameTenTimesQuickerTheMemoryIsRight() {
        learn();
        checkAll(0.1, 1);

        checkAll(0.1, 1);

        assertCost(0.12, 6); // of what takes less than a second the floor makes more extra wait
    }

    /** Nobody can know; but it waits no longer than it used to, and the next check is looked for early. */
    @Test
    void oneConnectionThatAloneBecameTenTimesQuickerIsSeenAsLateAsItUsedToBeButOnce() {
        learn();

        checkAll(0.1, 20);
        assertThat(extra / counted).isBetween(3.0, 8.0);

        checkAll(0.1, 20);
        assertThat(extra / counted).isLessThan(0.4);

        checkAll(0.1, 20);
        assertCost(0.15, 8);
    }

    @Test
    void aHundredConnectionsOfAKindTellTheOtherNineHundredNeverSeen() {
        for (int i = 0; i < 1_000; i++) {
            medians[i] = 20 * Math.exp(0.2 * chance.nextGaussian());
            if (i == 100) {
                startCounting();
            }
            check(i, medians[i], true);
        }

        assertCost(0.09, 8);
    }

    private void learn() {
        for (int run = 0; run < 8; run++) {
            checkAll(1, 1);
        }
    }

    /** Checks all; every so many-th takes another time than the rest, and is counted if it is in range then. */
    private void checkAll(double factor, int oneOf) {
        startCounting();
        for (int i = 0; i < CONNECTIONS; i++) {
            boolean changes = i % oneOf == 0;
            double median = medians[i] * (changes ? factor : 1);
            if (median >= SHORTEST && median <= LONGEST) {
                check(i, median * Math.exp(0.2 * chance.nextGaussian()), changes);
            }
        }
    }

    private void startCounting() {
        extra = 0;
        polls = 0;
        counted = 0;
    }

    private void check(int connection, double seconds, boolean counts) {
        RememberedPace known = paces[connection];
        Expectation expected = Expectation.of(known, kind);
        long end = (long) (seconds * 1e9);
        long last = 0;
        long age = 0;
        int asked = 0;
        for (; age < end; asked++) {
            last = age;
            age += PollPacing.pause(age, expected, chance.nextDouble());
        }
        Ending ending = new Ending(last, age);
        kind = Learning.ofKind(kind, known, ending);
        paces[connection] = Learning.ofConnection(known, ending);
        if (counts) {
            extra += (double) (age - end) / end;
            polls += asked;
            counted++;
        }
    }

    private void assertCost(double mostExtra, double mostPolls) {
        assertThat(extra / counted).as("mean extra wait").isLessThanOrEqualTo(mostExtra);
        assertThat((double) polls / counted).as("mean polls").isLessThanOrEqualTo(mostPolls);
    }
}
