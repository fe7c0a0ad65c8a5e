package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** What no vendor's module can do wrong, but the engine could. */
class PromisesTest {
    private final Overheard overheard = new Overheard(Duration.ZERO);

    @Test
    void anEndThatTheListenerHearsOfTwiceIsFound() throws InterruptedException {
        ConnectionCheckException refused = refused(Optional.empty());
        hearOf(refused);
        assertThat(broken(Ending.by(refused))).isEmpty();

        hearOf(refused);
        assertThat(broken(Ending.by(refused))).containsExactly("the listener heard of 2 ends");
    }

    @Test
    void aTokenOfACheckThatTheVendorDidNotAcceptIsFound() throws InterruptedException {
        ConnectionCheckException refused = refused(Optional.of("cc1.e30"));
        hearOf(refused);

        assertThat(broken(Ending.by(refused))).containsExactly("the token is Optional[cc1.e30] at startToy");
    }

    @Test
    void anErrorThatIsNoExceptionOfOursIsFound() throws InterruptedException {
        hearOf(refused(Optional.empty()));

        assertThat(broken(Ending.by(new StackOverflowError())))
                .anySatisfy(problem -> assertThat(problem)
                        .startsWith("ended in a way that no caller expects: java.lang.StackOverflow"));
    }

    private void hearOf(ConnectionCheckException error) {
        overheard.onFinish(CheckOutcome.of(new ToyTarget("1", ""), error));
    }

    /** A request that was refused, as it should be, but for the number of sends: there were none. */
    private List<String> broken(Ending<CheckResult> ending) throws InterruptedException {
        try (Wiretap tap = new Wiretap(UnaryOperator.identity(), Duration.ZERO)) {
            MatrixFault refused =
                    MatrixFault.at("refused", Expectation.status(400), MatrixFault.Silence.NEVER, Origin::refusing);
            ToyModule toy = new ToyModule();
            Course course = new Course(
                    new MatrixCase(toy, toy.operations().get(0), refused, Mode.BLOCKING, Verdict.PASSED),
                    ending,
                    Duration.ZERO,
                    Thread.currentThread(),
                    tap,
                    new HurriedTime(),
                    overheard,
                    0);
            return Promises.brokenIn(course).stream()
                    .filter(problem -> !problem.equals("was sent 0 times, not 1"))
                    .toList();
        }
    }

    private static ConnectionCheckException refused(Optional<String> token) {
        return new InvalidRequestException(
                Failure.builder("toy", "startToy", "refused")
                        .status(400)
                        .token(token.orElse(null))
                        .build(),
                List.of());
    }
}
