package dev.connectioncheck.benchmarks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.RequestCount;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class ContestTest {
    private final AtomicLong requests = new AtomicLong();
    private final RequestCount count = RequestCount.at(requests::get);
    private final Series figures = new Series();

    @Test
    void aContestWithOneWhoDoesNotAskTheServerFails() {
        try (Contest contest = new Contest()) {
            contest.enter("honest", count, checks -> requests.addAndGet(checks));
            contest.enter("from memory", count, checks -> 0);

            assertThatIllegalStateException()
                    .isThrownBy(() -> contest.run(1, 1, 25, figures))
                    .withMessageContaining("from memory made 0 requests");
        }
    }

    @Test
    void everyFigureOfAnHonestContestIsKept() {
        try (Contest contest = new Contest()) {
            contest.enter("one", count, checks -> requests.addAndGet(checks));
            contest.enter("other", count, checks -> requests.addAndGet(2L * checks) / 2.0);

            contest.run(3, 5, 2, figures);
        }

        assertThat(requests).hasValue(3 * 5 * 2 * 3);
        assertThat(figures.median("one")).isPositive();
        assertThat(figures.median("other")).isPositive();
    }
}
