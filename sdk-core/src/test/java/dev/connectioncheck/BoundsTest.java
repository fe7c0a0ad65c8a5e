package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyStages;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every limit that users can meet: one less, it, and one more. */
class BoundsTest {
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final VirtualTime time = new VirtualTime();

    private static List<ToyTarget> toys(int count) {
        return IntStream.range(0, count).mapToObj(i -> toy("t" + i)).toList();
    }

    @ParameterizedTest
    @CsvSource({"7, 7", "8, 8", "9, 8"})
    void eightChecksRunAtAnAccountAtATime(int targets, int begun) {
        AtomicInteger started = new AtomicInteger();
        ConnectionChecker checker = new ToyStages(target -> {
                    started.incrementAndGet();
                    return new CompletableFuture<>();
                })
                .checker(time)
                .build();

        CompletableFuture<CheckReport> report = checker.checkAllAsync(toys(targets));

        assertThat(started).hasValue(begun);
        assertThat(report.cancel(true)).isTrue();
    }

    /** The first page has so many rows; a row of a second page would be one too many for an account. */
    @ParameterizedTest
    @CsvSource({"99999, true, 100000, 0", "100000, false, 100000, 0", "100000, true, 100000, 1"})
    void aHundredThousandRowsOfAnAccountAreListed(int rows, boolean more, int listed, int errors) {
        ConnectionPage last = ConnectionPage.last(rows("z", 1));
        ApiCall<ConnectionPage> first = ApiCall.of(
                more ? ConnectionPage.of(rows("a", rows), ApiCall.of(last)) : ConnectionPage.last(rows("a", rows)));

        Inventory inventory = listing(first).inventory();

        assertThat(inventory.connections()).hasSize(listed);
        assertThat(inventory.errors()).hasSize(errors);
    }

    private static List<Connection> rows(String prefix, int count) {
        Connection row =
                Connection.builder("toy", "box", prefix).notCheckable("paused").build();
        return IntStream.range(0, count).mapToObj(number -> row).toList();
    }

    private ConnectionChecker listing(ApiCall<ConnectionPage> first) {
        ToyStages vendor = new ToyStages(target -> CompletableFuture.completedFuture(Progress.passed()));
        return ConnectionChecker.builder()
                .client(new VendorClient() {
                    @Override
                    public CheckProtocol<?> checks() {
                        return vendor;
                    }

                    @Override
                    public Optional<ApiCall<ConnectionPage>> connections() {
                        return Optional.of(first);
                    }
                })
                .timeSource(time)
                .build();
    }

    /** Two minutes are as much as anybody waits. */
    @ParameterizedTest
    @CsvSource({"119, 119", "120, 120", "121, 120", "99999, 120"})
    void aVendorIsLeftAloneForTwoMinutesAtMost(int asked, int waited) {
        AtomicInteger polls = new AtomicInteger();
        ToyVendor vendor = ToyVendor.replying(request -> {
            boolean refused = request.method().equals("GET") && polls.incrementAndGet() == 1;
            return refused
                    ? Reply.of(503, "").header("Retry-After", Integer.toString(asked))
                    : request.method().equals("GET") ? Reply.works() : Reply.running();
        });

        assertThat(vendor.checker().check(toy("t1")).passed()).isTrue();

        List<Duration> moments = vendor.moments();
        assertThat(moments.get(2).minus(moments.get(1))).isEqualTo(Duration.ofSeconds(waited));
    }

    /** A pause that would pass the deadline leaves half a second for a last look. */
    @Test
    void theLastLookIsHalfASecondBeforeTheDeadline() {
        ToyVendor vendor = ToyVendor.replying(request -> request.method().equals("POST")
                ? Reply.running()
                : Reply.of(503, "").header("Retry-After", "100"));

        CheckOutcome outcome = vendor.checker()
                .checkAll(toys(1), CheckOptions.builder().timeout(MINUTE).build())
                .outcomes()
                .get(0);

        assertThat(outcome.error()).containsInstanceOf(CheckTimeoutException.class);
        assertThat(vendor.moments()).hasSize(3).last().isEqualTo(MINUTE.minusMillis(500));
    }

    @ParameterizedTest
    @CsvSource({"1999, 1999", "2000, 2000", "2001, 2014"})
    void aMessageHasTwoThousandCharacters(int told, int shown) {
        String words = "ab ".repeat(1_000).substring(0, told - 1) + ".";
        ToyVendor vendor = ToyVendor.saying(Reply.broken(words));

        String message = vendor.checker().check(toy("t1")).message().orElseThrow();

        assertThat(message).hasSize(shown);
        assertThat(message.endsWith("(shortened)")).isEqualTo(told > 2_000);
    }

    @ParameterizedTest
    @CsvSource({"49, 49", "50, 50", "51, 50"})
    void anErrorHasFiftyViolations(int told, int kept) {
        String body = IntStream.range(0, told)
                .mapToObj(i -> "{\"field\":\"f" + i + "\",\"message\":\"is odd\"}")
                .collect(Collectors.joining(",", "{\"errors\":[", "]}"));
        ToyVendor vendor = ToyVendor.saying(Reply.of(400, body));

        CheckOutcome outcome = vendor.checker().checkAll(toys(1)).outcomes().get(0);

        assertThat(((InvalidRequestException) outcome.error().orElseThrow()).violations())
                .hasSize(kept);
    }

    /** What the vendor allows in a minute goes at once; the next waits until the minute of the first is over. */
    @ParameterizedTest
    @CsvSource({"79, 0", "80, 0", "81, 1"})
    void aMinuteHasAsManyRequestsAsItsPaceSays(int requests, int late) {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        ToyClient client = ToyClient.builder()
                .withKey()
                .httpClient(vendor.httpClient(new DirectExecutor()))
                .timeSource(vendor.time())
                .pace(Pace.unlimited().withRequestsPerMinute(80))
                .build();

        for (int i = 0; i < requests; i++) {
            assertThat(client.read("t1").execute()).isNotNull();
        }

        assertThat(vendor.moments().stream().filter(moment -> !moment.isZero())).hasSize(late);
        assertThat(vendor.moments()).last().isEqualTo(late == 0 ? Duration.ZERO : MINUTE);
    }

    @ParameterizedTest
    @CsvSource({"59999, 60000", "60000, 60000", "60001, 60001"})
    void aPlaceIsFreeAgainAfterExactlyAMinute(long millis, long sent) {
        ToyVendor vendor = ToyVendor.saying(Reply.works());
        ToyClient client = ToyClient.builder()
                .withKey()
                .httpClient(vendor.httpClient(new DirectExecutor()))
                .timeSource(vendor.time())
                .pace(Pace.unlimited().withRequestsPerMinute(1))
                .build();
        assertThat(client.read("t1").execute()).isNotNull();

        vendor.time().advance(Duration.ofMillis(millis));
        assertThat(client.read("t1").execute()).isNotNull();

        assertThat(vendor.moments()).containsExactly(Duration.ZERO, Duration.ofMillis(sent));
    }

    /** Three bytes make four characters after those four, so that there is a token of exactly this length. */
    @ParameterizedTest
    @CsvSource({"4094, true", "4096, true", "4098, false"})
    void aTokenHasFourThousandAndNinetySixCharacters(int length, boolean read) {
        ToyVendor vendor = ToyVendor.saying(Reply.running());
        ConnectionChecker checker = vendor.checker();
        String token = ofLength(length, checker.start(toy("t1")).token().orElseThrow());

        if (read) {
            assertThat(checker.resume(token).checkId()).contains("c1");
        } else {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.resume(token))
                    .withMessageContaining("no token");
        }
    }

    private static String ofLength(int length, String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.substring("cc1.".length()));
        byte[] padded = Arrays.copyOf(json, (length - "cc1.".length()) * 3 / 4);
        Arrays.fill(padded, json.length, padded.length, (byte) ' ');
        String longer = "cc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(padded);
        assertThat(longer).hasSize(length);
        return longer;
    }

    @Test
    void aTimeoutIsAYearAtMost() {
        Duration year = Duration.ofDays(365);

        assertThat(CheckOptions.builder().timeout(year.minusNanos(1)).build().timeout())
                .isEqualTo(year.minusNanos(1));
        assertThat(CheckOptions.builder().timeout(year).build().timeout()).isEqualTo(year);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> CheckOptions.builder().timeout(year.plusNanos(1)));
    }
}
