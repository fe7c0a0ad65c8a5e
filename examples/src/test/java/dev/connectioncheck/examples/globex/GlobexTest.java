package dev.connectioncheck.examples.globex;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.config.Connections;
import dev.connectioncheck.config.ConnectionsFile;
import dev.connectioncheck.examples.globex.GlobexDriver.Answer;
import dev.connectioncheck.examples.globex.GlobexDriver.DriverException;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor that is reached through its own driver is checked like any other. */
@Timeout(30)
class GlobexTest {
    private static final String PASSWORD = "correct-horse-battery";
    private static final GlobexTarget TARGET =
            GlobexTarget.database(Map.of("host", "db.example.com", "password", PASSWORD));

    // tag::table
    @ParameterizedTest
    @CsvSource({
        "VALID,   ,         PASSED",
        "INVALID, no route, FAILED",
        "MAYBE,   ,         INCONCLUSIVE",
        "valid,   ,         INCONCLUSIVE",
    })
    void aWordIsAVerdict(String word, String reason, Verdict verdict) {
        assertThat(GlobexVerdict.read(new Answer(word, reason == null ? "" : reason)))
                .isInstanceOfSatisfying(
                        Progress.Finished.class,
                        end -> assertThat(end.verdict()).isEqualTo(verdict));
    }

    @ParameterizedTest
    @CsvSource({
        "28000, AuthenticationException,     false",
        "08001, TransportException,          true",
        "57P01, UnexpectedResponseException, false",
    })
    void aCodeIsAnException(String code, String type, boolean retryable) {
        ConnectionCheckException error = GlobexVerdict.explain(new DriverException(code, "used " + PASSWORD));

        assertThat(error.getClass().getSimpleName()).isEqualTo(type);
        assertThat(error.retryable()).isEqualTo(retryable);
        assertThat(error).hasMessageNotContaining(PASSWORD).hasNoCause();
    }
    // end::table

    @ParameterizedTest
    @EnumSource
    void theEngineRunsItLikeAnyOtherAndMasksItsSecrets(Way way) {
        GlobexDriver driver = properties -> new Answer("INVALID", "refused " + properties.get("password"));
        try (ConnectionChecker checker = ConnectionChecker.of(GlobexClient.of(driver))) {
            CheckResult result = way.check(checker, TARGET);

            assertThat(result.verdict()).isEqualTo(Verdict.FAILED);
            assertThat(result.message()).contains("refused ***");
            assertThat(result.polls()).isZero();
        }
    }

    @ParameterizedTest
    @EnumSource
    void whatTheDriverThrowsIsAnErrorWithoutItsWords(Way way) {
        GlobexDriver refused = properties -> {
            throw new DriverException("28000", "used " + properties);
        };
        GlobexDriver broken = properties -> {
            throw new IllegalStateException("used " + properties);
        };
        try (ConnectionChecker first = ConnectionChecker.of(GlobexClient.of(refused));
                ConnectionChecker second = ConnectionChecker.of(GlobexClient.of(broken))) {
            Throwable known = catchThrowable(() -> way.check(first, TARGET));
            Throwable unknown = catchThrowable(() -> way.check(second, TARGET));

            assertThat(known).hasMessage("Globex does not know the key; check it.");
            assertThat(unknown).isInstanceOf(ConnectionCheckException.class);
            assertThat(unknown).hasStackTraceContaining("IllegalStateException");
            assertThat(List.of(known, unknown))
                    .allSatisfy(error -> assertThat(stackTraceOf(error)).doesNotContain(PASSWORD));
        }
    }

    @Test
    void theDeadlineInterruptsTheDriver() throws InterruptedException {
        Stuck driver = new Stuck();
        VirtualTime time = new VirtualTime();
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client(GlobexClient.of(driver))
                .timeSource(time)
                .build()) {
            CompletableFuture<CheckResult> check = checker.checkAsync(
                    TARGET,
                    CheckOptions.builder().timeout(Duration.ofMinutes(1)).build());
            driver.awaitBegin();
            time.advance(Duration.ofMinutes(1));

            assertThat(catchThrowable(check::join)).hasCauseInstanceOf(CheckTimeoutException.class);
            driver.awaitInterrupt();
        }
    }

    @Test
    void cancellingInterruptsTheDriver() throws InterruptedException {
        Stuck driver = new Stuck();
        try (ConnectionChecker checker = ConnectionChecker.of(GlobexClient.of(driver))) {
            CompletableFuture<CheckResult> check = checker.checkAsync(TARGET);
            driver.awaitBegin();
            check.cancel(true);

            driver.awaitInterrupt();
        }
    }

    @Test
    void itStandsInAReportWithAccountsAndNamesLikeAnyOther() {
        GlobexClient good = GlobexClient.of(properties -> new Answer("VALID", ""));
        GlobexClient bad = GlobexClient.of(properties -> new Answer("INVALID", "no route"));
        try (ConnectionChecker checker = ConnectionChecker.builder()
                .client("good", good)
                .client("bad", bad)
                .build()) {
            CheckReport report = checker.checkAll(List.of(TARGET.named("orders").at("good"), TARGET.at("bad")));

            assertThat(report.count(CheckStatus.PASSED)).isEqualTo(1);
            assertThat(report.outcomes())
                    .extracting(Object::toString)
                    .containsExactly(
                            "orders (globex database at good): PASSED", "globex database at bad: FAILED, no route");
        }
    }

    @Test
    void itsConnectionsHaveNamesInAFile() {
        GlobexClusters.register("blue", properties -> new Answer("VALID", ""));
        Connections connections = ConnectionsFile.parse("connections.yaml", """
                clients:
                  globex-blue: { vendor: globex, cluster: blue }
                connections:
                  orders: { client: globex-blue, properties: { host: db.example.com, password: x } }
                """);

        try (ConnectionChecker checker = connections.checker().build()) {
            assertThat(checker.check(connections
                                    .find("orders")
                                    .orElseThrow()
                                    .target()
                                    .orElseThrow())
                            .passed())
                    .isTrue();
        }
    }

    @Test
    void anUnknownClusterAndMissingPropertiesAreNamed() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new GlobexModule().client(Settings.of(Map.of("cluster", "mauve"))))
                .withMessageContaining("no cluster");
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> new GlobexModule().target(Settings.of(Map.of())))
                .withMessage("properties is missing.");
    }

    private static String stackTraceOf(Throwable error) {
        java.io.StringWriter text = new java.io.StringWriter();
        error.printStackTrace(new java.io.PrintWriter(text));
        return text.toString();
    }

    /** The two ways to wait. */
    enum Way {
        BLOCKING {
            @Override
            CheckResult check(ConnectionChecker checker, GlobexTarget target) {
                return checker.check(target);
            }
        },
        ASYNCHRONOUS {
            @Override
            CheckResult check(ConnectionChecker checker, GlobexTarget target) {
                try {
                    return checker.checkAsync(target).join();
                } catch (CompletionException e) {
                    throw (RuntimeException) e.getCause();
                }
            }
        };

        abstract CheckResult check(ConnectionChecker checker, GlobexTarget target);
    }

    /** A driver that never answers. */
    private static final class Stuck implements GlobexDriver {
        private final CountDownLatch begun = new CountDownLatch(1);
        private final CountDownLatch interrupted = new CountDownLatch(1);

        @Override
        public Answer verify(Map<String, Object> properties) throws InterruptedException {
            begun.countDown();
            try {
                new CountDownLatch(1).await();
            } catch (InterruptedException e) {
                interrupted.countDown();
                throw e;
            }
            throw new AssertionError("Nobody opens that latch.");
        }

        void awaitBegin() throws InterruptedException {
            assertThat(begun.await(20, TimeUnit.SECONDS)).isTrue();
        }

        void awaitInterrupt() throws InterruptedException {
            assertThat(interrupted.await(20, TimeUnit.SECONDS)).isTrue();
        }
    }
}
