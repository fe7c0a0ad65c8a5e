package dev.connectioncheck.internal.bulk;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyVendor;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** Many checks as the one future that they are. */
class BulkRunTest {
    private final ToyVendor vendor = ToyVendor.saying(Reply.running());
    private final ConnectionChecker checker = vendor.checker();
    private final CompletableFuture<CheckReport> report =
            checker.checkAllAsync(List.of(toy("t1"), toy("t2")), CheckOptions.defaults());

    @Test
    void theFirstCancellationTellsThatItDidItAndCompletingAfterwardsThatItDidNot() {
        assertThat(report.cancel(true)).isTrue();

        assertThat(report.complete(CheckReport.of(List.of()))).isFalse();
        assertThat(report.completeExceptionally(new IllegalStateException())).isFalse();
        assertThat(report).isCancelled();
    }

    @Test
    void completingItByHandTellsThatItDidItAndCancelsWhatRuns() {
        CheckReport own = CheckReport.of(List.of());

        assertThat(report.complete(own)).isTrue();

        assertThat(report.cancel(true)).isFalse();
        assertThat(report).isCompletedWithValue(own);
        assertThat(vendor.time().scheduledTasks()).isZero();
    }

    @Test
    void failingItByHandTellsThatItDidItAndCancelsWhatRuns() {
        assertThat(report.completeExceptionally(new IllegalStateException("enough")))
                .isTrue();

        assertThat(report).isCompletedExceptionally();
        assertThat(vendor.time().scheduledTasks()).isZero();
    }

    @Test
    void whatDependsOnItIsAFutureLikeAnyOther() {
        CompletableFuture<Boolean> passed = report.thenApply(CheckReport::allPassed);
        assertThat(passed.cancel(true)).isTrue();

        assertThat(report).isNotDone();
        report.complete(CheckReport.of(List.of()));
        assertThat(report.thenApply(whole -> whole.outcomes().size())).isCompletedWithValue(0);
    }

    @Test
    void aTargetThatCanNotEvenBeAskedForTellsWhatWasThrown() {
        CheckReport outcome =
                Driver.finish(checker.checkAllAsync(List.of(toy("..")), CheckOptions.defaults()), vendor.time());

        assertThat(outcome.outcomes().get(0).error().orElseThrow())
                .hasMessage("The check of toy box .. ended without a verdict: java.lang.IllegalArgumentException.")
                .hasCauseInstanceOf(SafeCause.class)
                .cause()
                .hasMessage("java.lang.IllegalArgumentException");
    }
}
