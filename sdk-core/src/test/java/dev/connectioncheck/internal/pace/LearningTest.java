package dev.connectioncheck.internal.pace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Objects;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.Test;

/** What is remembered after a check, and what is expected of the next. Times are in seconds. */
class LearningTest {
    private static final Offset<Double> CLOSELY = within(0.01);

    @Test
    void oneCheckIsExpectedToTakeAsLongAsItDid() {
        Expectation expected = expected(Learning.ofConnection(null, ending(9.5, 10.5)));

        assertThat(expected.typical() / 1e9).isCloseTo(10, within(0.05));
        assertThat(expected.spread()).isCloseTo(0.25 * Math.sqrt(2), CLOSELY);
        assertThat(expected.doubtful()).isFalse();
    }

    @Test
    void aCheckThatNobodyWatchedTellsNoTime() {
        assertThat(Expectation.of(Learning.ofConnection(null, ending(1, 600)), null))
                .isNull();
    }

    @Test
    void theSpreadFollowsHowMuchChecksVary() {
        assertThat(after(10, 10, 10, 10, 10, 10, 10, 10).spread()).isLessThan(0.15);
        assertThat(after(7, 14, 7, 14, 7, 14, 7, 14).spread()).isBetween(0.3, 0.4);
    }

    @Test
    void noSpreadIsLessThanATenth() {
        RememberedPace pace = after(10, 10);
        for (int run = 0; run < 100; run++) {
            pace = Learning.ofConnection(pace, ending(9.9, 10.1));
        }

        assertThat(pace.spread()).isEqualTo(0.1);
        assertThat(pace.runs()).isEqualTo(8);
    }

    @Test
    void eightChecksLaterTheFirstCountsForLittle() {
        assertThat(seconds(after(14, 10, 10, 10, 10, 10, 10, 10, 10))).isCloseTo(10, within(0.5));
    }

    @Test
    void oneCheckThatTookAnotherTimeAltogetherReplacesAllBefore() {
        RememberedPace slower = Learning.ofConnection(after(10, 10, 10, 10, 10, 10, 10, 10), ending(95, 105));
        RememberedPace quicker = Learning.ofConnection(after(10, 10, 10, 10, 10, 10, 10, 10), ending(0.9, 1.1));

        assertThat(seconds(slower)).isCloseTo(100, within(1.0));
        assertThat(seconds(quicker)).isCloseTo(1, within(0.02));
        assertThat(slower.runs()).isEqualTo(1);
    }

    @Test
    void aCheckThatTookHalfAsLongAgainIsNoOther() {
        RememberedPace steady = new RememberedPace(8, Math.log(10), 0.1, false, 0);

        assertThat(Learning.ofConnection(steady, ending(14, 16)).runs()).isEqualTo(8);
    }

    @Test
    void aCheckThatEndedBeforeAnybodyLookedLeavesADoubtUntilOneIsSeen() {
        RememberedPace known = after(10, 10, 10, 10);
        RememberedPace doubted = Learning.ofConnection(known, ending(0, 8));
        RememberedPace seen = Learning.ofConnection(doubted, ending(9, 10));

        assertThat(expected(doubted).doubtful()).isTrue();
        assertThat(seconds(doubted)).isBetween(9.0, 9.9);
        assertThat(expected(seen).doubtful()).isFalse();
    }

    @Test
    void aCheckThatEndedAnyTimeAroundTheExpectedOneChangesNoTime() {
        RememberedPace known = after(10, 10, 10, 10);

        assertThat(Learning.ofConnection(known, ending(0, 3_600)).mean()).isEqualTo(known.mean());
    }

    @Test
    void aCheckThatTookLongerThanExpectedButUnwatchedMovesTheTimeAndReplacesNothing() {
        RememberedPace moved = Learning.ofConnection(after(10, 10, 10, 10), ending(20, 60));

        assertThat(seconds(moved)).isBetween(11.0, 20.0);
        assertThat(moved.runs()).isEqualTo(5);
    }

    @Test
    void eightConnectionsOfAKindTellWhatAnotherOneTakes() {
        RememberedPace kind = RememberedPace.NONE;
        for (int connection = 0; connection < 7; connection++) {
            kind = Learning.ofKind(kind, null, ending(9.5, 10.5));
        }
        assertThat(Expectation.of(null, kind)).isNull();

        kind = Learning.ofKind(kind, null, ending(9.5, 10.5));

        assertThat(Objects.requireNonNull(Expectation.of(null, kind)).typical() / 1e9)
                .isCloseTo(10, within(0.1));
    }

    @Test
    void connectionsThatTakeAllSortsOfTimesTellNothingOfAnother() {
        RememberedPace kind = RememberedPace.NONE;
        for (int connection = 0; connection < 100; connection++) {
            double seconds = Math.pow(3, connection % 5);
            kind = Learning.ofKind(kind, null, ending(seconds * 0.95, seconds * 1.05));
        }

        assertThat(Expectation.of(null, kind)).isNull();
    }

    @Test
    void aKindIsLearntFromConnectionsNeverSeenNotFromThoseCheckedAgainAndAgain() {
        RememberedPace known = after(10, 10);

        assertThat(Learning.ofKind(RememberedPace.NONE, known, ending(9, 10)).runs())
                .isZero();
    }

    @Test
    void connectionsThatEndSoonerThanRememberedHaveTheOthersExpectedSoonerToo() {
        RememberedPace known = after(100, 100, 100, 100);
        RememberedPace kind = RememberedPace.NONE;
        for (int check = 0; check < 40; check++) {
            kind = Learning.ofKind(kind, known, ending(9.5, 10.5));
        }

        assertThat(Objects.requireNonNull(Expectation.of(known, kind)).typical() / 1e9)
                .isCloseTo(10, within(0.3));
    }

    @Test
    void oneConnectionThatEndedSoonerMovesTheOthersLittleAndNotForLong() {
        RememberedPace known = after(100, 100, 100, 100);
        RememberedPace once = Learning.ofKind(RememberedPace.NONE, known, ending(9.5, 10.5));
        RememberedPace again = Learning.ofKind(once, known, ending(98, 102));

        assertThat(Expectation.of(known, once)).isEqualTo(Expectation.of(known, null));
        assertThat(again.sooner()).isGreaterThan(once.sooner());
    }

    /** What is expected too late makes somebody wait; what is expected too soon costs a poll or two. */
    @Test
    void connectionsThatEndLaterThanRememberedNeverHaveTheOthersExpectedLater() {
        RememberedPace known = after(10, 10, 10, 10);
        RememberedPace kind = RememberedPace.NONE;
        for (int check = 0; check < 40; check++) {
            kind = Learning.ofKind(kind, known, ending(95, 105));
        }

        assertThat(kind.sooner()).isZero();
        assertThat(Expectation.of(known, kind)).isEqualTo(Expectation.of(known, null));
    }

    @Test
    void aCheckThatEndedBeforeAnybodyLookedIsTakenToHaveEndedSomeSpreadBefore() {
        RememberedPace doubted =
                Learning.ofConnection(new RememberedPace(4, Math.log(10), 0.2, false, 0), ending(0, 8));

        assertThat(doubted.mean()).isCloseTo((4 * Math.log(10) + Math.log(8) - 0.6 * 0.2) / 5, within(1e-9));
    }

    /** What was expected may have been where an unwatched time begins or ends, too. */
    @Test
    void anUnwatchedTimeThatBeginsOrEndsAsExpectedChangesNoTimeAndLeavesNoDoubt() {
        Ending unwatched = ending(10, 60);
        for (double expected : new double[] {unwatched.earliest(), unwatched.latest()}) {
            RememberedPace after = Learning.ofConnection(new RememberedPace(4, expected, 0.2, false, 0), unwatched);

            assertThat(after.mean()).isEqualTo(expected);
            assertThat(after.doubtful()).isFalse();
        }
    }

    @Test
    void aCheckThatTookTwiceAsLongOrIsThreeSpreadsAwayIsJustNoOther() {
        Ending second = ending(1, 1);

        assertThat(Learning.ofConnection(new RememberedPace(4, -Math.log(2), 0.1, false, 0), second)
                        .runs())
                .isEqualTo(5);
        assertThat(Learning.ofConnection(new RememberedPace(4, -1.5, 0.5, false, 0), second)
                        .runs())
                .isEqualTo(5);
    }

    private static RememberedPace after(double... seconds) {
        RememberedPace pace = null;
        for (double each : seconds) {
            pace = Learning.ofConnection(pace, ending(each * 0.99, each * 1.01));
        }
        return Objects.requireNonNull(pace);
    }

    private static Expectation expected(RememberedPace pace) {
        return Objects.requireNonNull(Expectation.of(pace, null));
    }

    private static double seconds(RememberedPace pace) {
        return Math.exp(pace.mean());
    }

    private static Ending ending(double from, double until) {
        return new Ending((long) (from * 1e9), (long) (until * 1e9));
    }
}
