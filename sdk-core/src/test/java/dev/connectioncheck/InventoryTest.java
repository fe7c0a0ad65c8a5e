package dev.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the accounts of a checker have, and what becomes of those that can't be listed. */
@Timeout(60)
class InventoryTest {
    private final ToyVendor vendor = ToyVendor.saying(Reply.works());
    private final VirtualTime time = vendor.time();

    /** A client that checks as the toy vendor does, and lists what it is told to. */
    private record Listing(ToyVendor vendor, @Nullable ApiCall<ConnectionPage> first) implements VendorClient {
        @Override
        public CheckProtocol<?> checks() {
            return vendor.client().checks();
        }

        @Override
        public Optional<ApiCall<ConnectionPage>> connections() {
            return Optional.ofNullable(first);
        }
    }

    private VendorClient listing(@Nullable ApiCall<ConnectionPage> first) {
        return new Listing(vendor, first);
    }

    private ConnectionChecker.Builder checker() {
        return ConnectionChecker.builder().timeSource(time);
    }

    private static Connection row(String id) {
        return Connection.builder(ToyClient.VENDOR, "box", id)
                .name("name of " + id)
                .type("wood")
                .target(ToyTarget.toy(id))
                .build();
    }

    private static List<Connection> rows(String prefix, int count) {
        return IntStream.range(0, count).mapToObj(i -> row(prefix + i)).toList();
    }

    private static <T> ApiCall<T> failing(ConnectionCheckException error) {
        return ApiCall.from(() -> CompletableFuture.failedFuture(error));
    }

    private static <T> ApiCall<T> silent() {
        return ApiCall.from(CompletableFuture::new);
    }

    private static ConnectionCheckException refusal() {
        return new PermissionDeniedException(
                ConnectionCheckException.Failure.of(ToyClient.VENDOR, "listToys", "toy listToys answered 403."), null);
    }

    private enum Way {
        BLOCKING {
            @Override
            Inventory list(ConnectionChecker checker, VirtualTime time) {
                return checker.inventory();
            }
        },
        ASYNCHRONOUS {
            @Override
            Inventory list(ConnectionChecker checker, VirtualTime time) {
                return Driver.finish(checker.inventoryAsync(), time);
            }
        };

        abstract Inventory list(ConnectionChecker checker, VirtualTime time);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void itHasTheRowsOfAllClientsInTheirOrderPageByPage(Way way) {
        ApiCall<ConnectionPage> two = ApiCall.of(ConnectionPage.last(rows("b", 2)));
        ConnectionChecker checker = checker()
                .client("one", listing(ApiCall.of(ConnectionPage.of(rows("a", 2), two))))
                .client("two", listing(ApiCall.of(ConnectionPage.last(rows("c", 1)))))
                .build();

        Inventory inventory = way.list(checker, time);

        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections()).extracting(Connection::id).containsExactly("a0", "a1", "b0", "b1", "c0");
        assertThat(inventory.connections())
                .extracting(row -> row.account().orElseThrow())
                .containsExactly("one", "one", "one", "one", "two");
        assertThat(inventory.connections().get(4).target().orElseThrow()).hasToString("name of c0 (toy box c0 at two)");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClientThatFailsIsAnErrorAndHidesNoOther(Way way) {
        ConnectionChecker checker = checker()
                .client("one", listing(failing(refusal())))
                .client("two", listing(ApiCall.of(ConnectionPage.last(rows("c", 1)))))
                .build();

        Inventory inventory = way.list(checker, time);

        assertThat(inventory.connections()).hasSize(1);
        assertThat(inventory.errors()).singleElement().isInstanceOf(PermissionDeniedException.class);
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aClientThatIsLateKeepsWhatItToldAndSaysThatThereIsMore(Way way) {
        ConnectionChecker checker = checker()
                .client("one", listing(ApiCall.of(ConnectionPage.of(rows("a", 2), silent()))))
                .client("two", listing(ApiCall.of(ConnectionPage.last(rows("c", 1)))))
                .build();

        Inventory inventory = way.list(checker, time);

        assertThat(inventory.connections()).extracting(Connection::id).containsExactly("a0", "a1", "c0");
        assertThat(inventory.errors())
                .singleElement()
                .isInstanceOf(CheckTimeoutException.class)
                .satisfies(error -> assertThat(error.account()).contains("one"))
                .extracting(Throwable::getMessage)
                .asString()
                .contains("The list is incomplete: it ends after 2 connections.");
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aVendorThatNeverStopsSendingPagesEndsAsIncomplete(Way way) {
        ConnectionChecker checker = checker().client(listing(endless(0))).build();

        Inventory inventory = way.list(checker, time);

        assertThat(inventory.connections()).hasSize(100_000);
        assertThat(inventory.errors())
                .singleElement()
                .extracting(Throwable::getMessage)
                .asString()
                .contains("goes on sending pages", "incomplete");
    }

    private static ApiCall<ConnectionPage> endless(int page) {
        return ApiCall.of(page)
                .then(number -> ApiCall.of(ConnectionPage.of(rows("p" + number + "-", 1_000), endless(number + 1))));
    }

    @Test
    void aVendorThatCanNotListAddsNeitherRowsNorAnError() {
        Inventory inventory = checker().client(listing(null)).build().inventory();

        assertThat(inventory).isEqualTo(Inventory.of(List.of(), List.of()));
    }

    @Test
    void aModuleThatThrowsWhenItShouldListIsAnErrorOfItsOwn() {
        VendorClient broken = new VendorClient() {
            @Override
            public CheckProtocol<?> checks() {
                return vendor.client().checks();
            }

            @Override
            public Optional<ApiCall<ConnectionPage>> connections() {
                throw new IllegalStateException("password=hunter2");
            }
        };

        Inventory inventory = checker()
                .client("one", broken)
                .client("two", listing(ApiCall.of(ConnectionPage.last(rows("c", 1)))))
                .build()
                .inventory();

        assertThat(inventory.connections()).hasSize(1);
        assertThat(inventory.errors())
                .singleElement()
                .satisfies(error -> assertThat(error).hasStackTraceContaining("IllegalStateException"))
                .satisfies(error ->
                        assertThat(error.getMessage()).contains("toy at one").doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aModuleThatThrowsWhileItReadsAPageIsAnErrorOfItsOwn(Way way) {
        ApiCall<ConnectionPage> broken = ApiCall.of(ConnectionPage.last(rows("a", 1)))
                .map(page -> {
                    throw new IllegalStateException("password=hunter2");
                });
        ConnectionChecker checker = checker()
                .client("one", listing(broken))
                .client("two", listing(ApiCall.of(ConnectionPage.last(rows("c", 1)))))
                .build();

        Inventory inventory = way.list(checker, time);

        assertThat(inventory.connections()).extracting(Connection::id).containsExactly("c0");
        assertThat(inventory.errors())
                .singleElement()
                .satisfies(error -> assertThat(error.account()).contains("one"))
                .satisfies(error -> assertThat(error).hasStackTraceContaining("IllegalStateException"))
                .satisfies(error -> assertThat(error.getMessage()).doesNotContain("hunter2"));
    }

    @ParameterizedTest
    @EnumSource(Way.class)
    void aListOverHttpIsRetriedWhereThatIsSafe(Way way) {
        int[] asked = {0};
        ToyVendor overHttp = ToyVendor.replying(request -> switch (++asked[0]) {
            case 1 -> Reply.of(503, "");
            case 2 -> Reply.failure();
            default -> Reply.works();
        });
        ApiCall<ConnectionPage> first = overHttp.client().read("t1").map(toy -> ConnectionPage.last(rows(toy.id(), 1)));
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(new Listing(overHttp, first))
                .timeSource(overHttp.time())
                .build();

        Inventory inventory = way.list(checker, overHttp.time());

        assertThat(inventory.errors()).isEmpty();
        assertThat(inventory.connections()).extracting(Connection::id).containsExactly("c10");
        assertThat(overHttp.requests()).hasSize(3).containsOnly("GET /api/v1/toys/t1");
    }

    @Test
    void theWordsOfARecordedVerdictAreCleaned() {
        RecordedVerdict verdict = RecordedVerdict.of(
                Verdict.FAILED, Optional.of("no route, password=Zq8#hunter2!x"), Instant.parse("2026-01-01T00:00:00Z"));
        Connection row = row("a").withLastVerdict(verdict);

        Inventory inventory = checker()
                .client(listing(ApiCall.of(ConnectionPage.last(List.of(row)))))
                .build()
                .inventory();

        assertThat(inventory
                        .connections()
                        .get(0)
                        .lastVerdict()
                        .orElseThrow()
                        .message()
                        .orElseThrow())
                .startsWith("no route, password=")
                .doesNotContain("hunter2");
    }

    @Test
    void anInterruptAndAnEndOfTheCheckerEndIt() {
        ConnectionChecker checker = checker().client(listing(silent())).build();
        CompletableFuture<Inventory> later = checker.inventoryAsync();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CheckInterruptedException.class).isThrownBy(checker::inventory);
        assertThat(Thread.interrupted()).isTrue();

        checker.close();
        assertThat(later).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
        assertThatIllegalStateException().isThrownBy(checker::inventory);
        assertThatIllegalStateException().isThrownBy(checker::inventoryAsync);
    }

    @Test
    void anInterruptAbortsWhatIsInFlight() {
        CompletableFuture<ConnectionPage> stage = new CompletableFuture<>();
        ConnectionChecker checker =
                checker().client(listing(ApiCall.from(() -> stage))).build();
        Thread.currentThread().interrupt();

        assertThatExceptionOfType(CheckInterruptedException.class).isThrownBy(checker::inventory);
        assertThat(Thread.interrupted()).isTrue();

        assertThat(stage).isCancelled();
    }

    @Test
    void whoEndsItFirstIsToldSoAndEveryOtherThatItWasEnded() {
        Inventory own = Inventory.of(List.of(), List.of());
        ConnectionChecker checker = checker().client(listing(silent())).build();

        CompletableFuture<Inventory> cancelled = checker.inventoryAsync();
        assertThat(cancelled.cancel(true)).isTrue();
        assertThat(cancelled.complete(own)).isFalse();
        assertThat(cancelled.completeExceptionally(new IllegalStateException())).isFalse();

        CompletableFuture<Inventory> completed = checker.inventoryAsync();
        assertThat(completed.complete(own)).isTrue();
        assertThat(completed.cancel(true)).isFalse();
        assertThat(completed).isCompletedWithValue(own);

        CompletableFuture<Inventory> failed = checker.inventoryAsync();
        assertThat(failed.completeExceptionally(new IllegalStateException())).isTrue();
        assertThat(failed).isCompletedExceptionally();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void whatDependsOnItIsAFutureLikeAnyOther() {
        CompletableFuture<Inventory> later =
                checker().client(listing(silent())).build().inventoryAsync();

        CompletableFuture<Integer> size =
                later.thenApply(inventory -> inventory.connections().size());
        assertThat(size.cancel(true)).isTrue();

        assertThat(later).isNotDone();
        later.complete(Inventory.of(List.of(), List.of()));
        assertThat(later.thenApply(inventory -> inventory.errors().size())).isCompletedWithValue(0);
    }

    @Test
    void cancellingItAbortsWhatIsInFlight() {
        CompletableFuture<ConnectionPage> stage = new CompletableFuture<>();
        CompletableFuture<Inventory> later =
                checker().client(listing(ApiCall.from(() -> stage))).build().inventoryAsync();

        later.cancel(true);

        assertThat(stage).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void itsTimeHasToBePositive() {
        ConnectionChecker checker = checker().client(listing(null)).build();

        assertThatIllegalArgumentException().isThrownBy(() -> checker.inventory(Duration.ZERO));
        assertThatIllegalArgumentException().isThrownBy(() -> checker.inventoryAsync(Duration.ofSeconds(-1)));
    }

    @Test
    void aPartKeepsTheErrorsOfTheWhole() {
        Inventory all = Inventory.of(List.of(row("a"), row("b")), List.of(refusal()));

        Inventory part = all.filter(row -> row.id().equals("b"));

        assertThat(part.connections()).extracting(Connection::id).containsExactly("b");
        assertThat(part.errors()).isEqualTo(all.errors());
        assertThat(part).hasToString("Inventory[connections=1, errors=1]");
    }

    @Test
    void checkingItChecksWhatCanBeCheckedAndSkipsTheRest() {
        Connection dark = Connection.builder(ToyClient.VENDOR, "box", "d")
                .name("dark")
                .notCheckable("Nobody may look.")
                .build();
        Inventory inventory = Inventory.of(List.of(row("a"), dark), List.of(refusal()));
        List<String> heard = new ArrayList<>();
        CheckOptions options = CheckOptions.builder()
                .listener(new CheckListener() {
                    @Override
                    public void onStart(CheckTarget target) {
                        heard.add("start " + target.name().orElseThrow());
                    }

                    @Override
                    public void onFinish(CheckOutcome outcome) {
                        heard.add(
                                outcome.status() + " " + outcome.target().name().orElseThrow());
                    }
                })
                .build();

        CheckReport report = vendor.checker()
                .checkAll(inventory, BulkOptions.builder().check(options).build());

        assertThat(report.outcomes())
                .extracting(CheckOutcome::status)
                .containsExactly(CheckStatus.PASSED, CheckStatus.SKIPPED);
        CheckOutcome skipped = report.outcomes().get(1);
        assertThat(skipped.skipped()).contains("Nobody may look.");
        assertThat(skipped.target()).hasToString("dark (toy box d)");
        assertThat(heard).containsExactlyInAnyOrder("start name of a", "PASSED name of a", "SKIPPED dark");
        assertThat(report.errors()).isEqualTo(inventory.errors());
        assertThat(report.allPassed()).isFalse();
        assertThatIllegalArgumentException().isThrownBy(() -> vendor.checker().check(skipped.target()));
    }

    @Test
    void onlyAFreshPassedOfTheVendorsIsSkipped() {
        Instant now = time.now();
        Inventory inventory = Inventory.of(
                List.of(
                        row("fresh").withLastVerdict(recorded(Verdict.PASSED, now.minusSeconds(3_599))),
                        row("old").withLastVerdict(recorded(Verdict.PASSED, now.minusSeconds(3_600))),
                        row("future").withLastVerdict(recorded(Verdict.PASSED, now.plusSeconds(1))),
                        row("failed").withLastVerdict(recorded(Verdict.FAILED, now)),
                        row("now").withLastVerdict(recorded(Verdict.PASSED, now)),
                        row("unknown")),
                List.of());

        CheckReport report = vendor.checker()
                .checkAll(
                        inventory,
                        BulkOptions.builder()
                                .skipIfCheckedWithin(Duration.ofHours(1))
                                .build());

        assertThat(report.outcomes())
                .filteredOn(outcome -> outcome.status() == CheckStatus.SKIPPED)
                .extracting(outcome -> outcome.target().id().orElseThrow())
                .containsExactly("fresh", "now");
        assertThat(report.outcomes().get(0).skipped().orElseThrow())
                .contains("recorded PASSED at 2025-12-31T23:00:01Z");
    }

    private static RecordedVerdict recorded(Verdict verdict, Instant at) {
        return RecordedVerdict.of(verdict, Optional.empty(), at);
    }

    @Test
    void anInventoryOfAnotherCheckerIsRefusedBeforeAnythingIsSent() {
        Inventory foreign = Inventory.of(List.of(row("a").at("elsewhere")), List.of());

        assertThatIllegalArgumentException()
                .isThrownBy(() -> vendor.checker().checkAll(foreign))
                .withMessageContaining("elsewhere");
        assertThat(vendor.requests()).isEmpty();
    }
}
