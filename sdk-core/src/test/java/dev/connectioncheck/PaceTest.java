package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How fast a client asks. */
@Timeout(60)
class PaceTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final ToyVendor vendor = ToyVendor.saying(Reply.works());

    private ToyClient client(Pace pace) {
        return ToyClient.builder()
                .withKey()
                .httpClient(vendor.httpClient(new DirectExecutor()))
                .timeSource(vendor.time())
                .pace(pace)
                .build();
    }

    private ConnectionChecker checker(ToyClient client) {
        return ConnectionChecker.builder()
                .client(client)
                .timeSource(vendor.time())
                .build();
    }

    private static List<ToyTarget> toys(int count) {
        return IntStream.range(0, count).mapToObj(i -> toy("t" + i)).toList();
    }

    @Test
    void noMinuteHasMoreRequestsThanAllowedAndABurstIsAllowed() {
        CheckReport report =
                checker(client(Pace.unlimited().withRequestsPerMinute(5))).checkAll(toys(17));

        List<Duration> moments = vendor.moments();
        assertThat(report.allPassed()).isTrue();
        assertThat(moments.subList(0, 5)).containsOnly(Duration.ZERO);
        assertThat(IntStream.range(5, 17).mapToObj(i -> moments.get(i).minus(moments.get(i - 5))))
                .allSatisfy(distance -> assertThat(distance).isGreaterThanOrEqualTo(MINUTE));
        assertThat(moments.get(16)).isEqualTo(MINUTE.multipliedBy(3));
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void singleCallsAndOtherCheckersShareThePaceOfTheirClient(Driver driver) {
        ToyClient client = client(Pace.unlimited().withRequestsPerMinute(2));
        checker(client).check(toy("t1"));
        checker(client).check(toy("t2"));

        driver.execute(vendor, client.read("t3"));

        assertThat(vendor.moments()).containsExactly(Duration.ZERO, Duration.ZERO, MINUTE);
    }

    @ParameterizedTest
    @EnumSource(Driver.class)
    void aRequestWhoseTurnDoesNotComeInTimeIsNotSentAndSaysSo(Driver driver) {
        ToyClient client = client(Pace.unlimited().withRequestsPerMinute(1));
        driver.execute(vendor, client.read("t1"));

        assertThatExceptionOfType(CheckTimeoutException.class)
                .isThrownBy(() -> driver.execute(vendor, client.read("t2").withTimeout(Duration.ofSeconds(30))))
                .withMessageContainingAll("toy readToy was not sent", "at most 1 requests in any minute", "pace(...)");
        assertThat(vendor.requests()).hasSize(1);
        assertThat(vendor.time().nanoTime()).isEqualTo(Duration.ofSeconds(30).toNanos());
    }

    @Test
    void theNumberOfChecksAtOnceIsTheClientsUnlessTheCheckersOrTheCallersIsGiven() {
        Pace three = Pace.unlimited().withChecksAtOnce(3);

        assertThat(begun(three, null, null)).isEqualTo(3);
        assertThat(begun(three, 5, null)).isEqualTo(5);
        assertThat(begun(three, 5, 2)).isEqualTo(2);
        assertThat(begun(three, null, 4)).isEqualTo(4);
        assertThat(begun(Pace.unlimited(), null, null)).isEqualTo(8);
    }

    private static int begun(Pace pace, @Nullable Integer ofChecker, @Nullable Integer ofCall) {
        ToyVendor slow = ToyVendor.saying(Reply.running());
        ToyClient client = ToyClient.builder()
                .withKey()
                .httpClient(slow.httpClient(new DirectExecutor()))
                .timeSource(slow.time())
                .pace(pace)
                .build();
        ConnectionChecker.Builder builder =
                ConnectionChecker.builder().client(client).timeSource(slow.time());
        if (ofChecker != null) {
            builder.concurrencyPerVendor(ofChecker);
        }
        BulkOptions.Builder options = BulkOptions.builder();
        if (ofCall != null) {
            options.concurrencyPerVendor(ofCall);
        }
        CompletableFuture<CheckReport> unused = builder.build().checkAllAsync(toys(20), options.build());
        return slow.requests().size();
    }

    @Test
    void aPaceIsAValueThatGrows() {
        Pace pace = Pace.unlimited().withRequestsPerMinute(80).withChecksAtOnce(3);

        assertThat(pace.requestsPerMinute()).hasValue(80);
        assertThat(pace.checksAtOnce()).hasValue(3);
        assertThat(pace)
                .isEqualTo(Pace.unlimited().withChecksAtOnce(3).withRequestsPerMinute(80))
                .hasSameHashCodeAs(Pace.unlimited().withChecksAtOnce(3).withRequestsPerMinute(80))
                .isNotEqualTo(Pace.unlimited())
                .hasToString("Pace[requestsPerMinute=80, checksAtOnce=3]");
        assertThat(Pace.unlimited()).hasToString("Pace[requestsPerMinute=unlimited, checksAtOnce=the checker's]");
        assertThatIllegalArgumentException().isThrownBy(() -> pace.withRequestsPerMinute(0));
        assertThatIllegalArgumentException().isThrownBy(() -> pace.withChecksAtOnce(0));
    }
}
