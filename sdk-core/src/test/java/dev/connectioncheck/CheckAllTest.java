package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Many checks at once. */
class CheckAllTest {
    private final CheckOptions options = CheckOptions.defaults();

    @Test
    void thereIsOneOutcomePerTargetInTheOrderOfTheTargets() {
        ToyVendor vendor = ToyVendor.replying(request -> isAbout(request, "slow") && isStart(request)
                ? Reply.running()
                : isAbout(request, "bad") ? Reply.broken("no route") : Reply.works());
        List<ToyTarget> targets = List.of(toy("slow"), toy("bad"), toy("good"), toy("slow"));

        CheckReport report = report(vendor, targets);

        assertThat(report.outcomes()).extracting(CheckOutcome::target).containsExactlyElementsOf(targets);
        assertThat(report.outcomes()).extracting(CheckOutcome::passed).containsExactly(true, false, true, true);
        assertThat(report.allPassed()).isFalse();
    }

    @Test
    void oneBadTargetNeverSpoilsTheRest() {
        ToyVendor vendor = ToyVendor.replying(request -> isAbout(request, "forbidden")
                ? Reply.of(403, "")
                : isAbout(request, "odd") ? Reply.of(200, "<html>") : Reply.works());

        CheckReport report = report(vendor, List.of(toy("forbidden"), toy("good"), toy(".."), toy("odd"), toy("good")));

        assertThat(report.outcomes())
                .extracting(outcome -> outcome.error()
                        .map(error -> error.getClass().getSimpleName())
                        .orElse("-"))
                .containsExactly(
                        "PermissionDeniedException",
                        "-",
                        "ConnectionCheckException",
                        "UnexpectedResponseException",
                        "-");
    }

    @Test
    void noMoreChecksOfAVendorRunAtOnceThanAllowed() {
        Set<String> running = new HashSet<>();
        int[] most = {0};
        ToyVendor vendor = ToyVendor.replying(request -> {
            String id = request.url().pathSegments().get(3);
            if (isStart(request)) {
                running.add(id);
                most[0] = Math.max(most[0], running.size());
                return Reply.running();
            }
            running.remove(id);
            return Reply.works();
        });
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(vendor.client())
                .timeSource(vendor.time())
                .concurrencyPerVendor(3)
                .build();

        CheckReport report = Driver.finish(checker.checkAllAsync(toys(20), options), vendor.time());

        assertThat(report.allPassed()).isTrue();
        assertThat(most[0]).isEqualTo(3);
    }

    @Test
    void tenThousandChecksAnsweredAtOnceNeedNoStack() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());

        CheckReport report = vendor.checker().checkAll(toys(10_000));

        assertThat(report.outcomes()).hasSize(10_000);
        assertThat(report.allPassed()).isTrue();
    }

    @Test
    void noTargetsMakeAnEmptyReport() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());

        assertThat(vendor.checker().checkAll(List.of())).isEqualTo(CheckReport.of(List.of()));
        assertThat(CheckReport.of(List.of()).allPassed()).isTrue();
    }

    @Test
    void aTargetThatCanNotBeCheckedFailsTheCallBeforeAnythingIsSent() {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        CheckTarget stranger = () -> "nobody";

        assertThatIllegalArgumentException()
                .isThrownBy(() -> vendor.checker().checkAll(Arrays.asList(toy("t1"), null)))
                .withMessage("The target must not be null.");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> vendor.checker().checkAll(List.of(toy("t1"), stranger)))
                .withMessageContainingAll("no client for nobody", "only for toy");
        assertThat(vendor.requests()).isEmpty();
    }

    @Test
    void cancellingCancelsWhatRunsAndStartsNothingMore() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        CompletableFuture<CheckReport> report = vendor.checker().checkAllAsync(toys(20), options);

        report.cancel(true);

        assertThatNothingGoesOn(vendor);
    }

    @Test
    @Timeout(60)
    void aTimeOutOfTheFutureItselfCancelsWhatRuns() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        CompletableFuture<CheckReport> report =
                vendor.checker().checkAllAsync(toys(20), options).orTimeout(1, TimeUnit.MILLISECONDS);

        assertThatExceptionOfType(Exception.class).isThrownBy(report::join);
        AsynchronousCheckTest.awaitNoTimer(vendor);
        assertThatNothingGoesOn(vendor);
    }

    @Test
    void closingEndsEveryCheckAsCancelled() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        ConnectionChecker checker = vendor.checker();
        CompletableFuture<CheckReport> report = checker.checkAllAsync(toys(20), options);

        checker.close();

        assertThat(report.join().outcomes())
                .hasSize(20)
                .allSatisfy(outcome -> assertThat(outcome.error()).containsInstanceOf(CheckCancelledException.class));
        assertThatNothingGoesOn(vendor);
    }

    @Test
    @Timeout(60)
    void anInterruptCancelsEveryCheckAndKeepsTheFlag() {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        ConnectionChecker checker = vendor.checker();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CheckInterruptedException.class).isThrownBy(() -> checker.checkAll(toys(20)));

        assertThat(Thread.interrupted()).isTrue();
        assertThatNothingGoesOn(vendor);
    }

    private static void assertThatNothingGoesOn(ToyVendor vendor) {
        int before = vendor.requests().size();
        assertThat(vendor.time().scheduledTasks()).isZero();
        vendor.time().advance(Duration.ofMinutes(10));
        assertThat(vendor.requests()).hasSize(before).hasSizeLessThanOrEqualTo(8);
    }

    private CheckReport report(ToyVendor vendor, List<ToyTarget> targets) {
        return Driver.finish(vendor.checker().checkAllAsync(targets, options), vendor.time());
    }

    private static List<ToyTarget> toys(int count) {
        return IntStream.range(0, count).mapToObj(i -> toy("t" + i)).toList();
    }

    private static boolean isAbout(Request request, String id) {
        return request.url().pathSegments().contains(id);
    }

    private static boolean isStart(Request request) {
        return request.method().equals("POST");
    }
}
