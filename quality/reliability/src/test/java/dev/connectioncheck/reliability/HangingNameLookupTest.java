package dev.connectioncheck.reliability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.contract.HurriedTime;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.net.InetAddress;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(60)
class HangingNameLookupTest {
    private static final long LOOK_NANOS = 1_000_000;
    private static final DatafoldTarget TARGET = DatafoldTarget.dataSource(42);

    private final CountDownLatch asked = new CountDownLatch(1);
    private final CountDownLatch answered = new CountDownLatch(1);
    private final AtomicInteger lookups = new AtomicInteger();

    @AfterEach
    void letTheLookupGo() {
        answered.countDown();
    }

    @Test
    void aBlockingCheckEndsByItsDeadline() {
        try (ConnectionChecker checker =
                checker(Duration.ofMillis(300), Duration.ofSeconds(10), SystemTime.instance())) {
            assertThatThrownBy(() -> checker.check(TARGET)).isInstanceOf(CheckTimeoutException.class);
        }
    }

    @Test
    void anAsynchronousCheckEndsByItsDeadline() {
        try (ConnectionChecker checker =
                checker(Duration.ofMillis(300), Duration.ofSeconds(10), SystemTime.instance())) {
            assertThatThrownBy(() -> checker.checkAsync(TARGET).get())
                    .isInstanceOf(ExecutionException.class)
                    .hasCauseInstanceOf(CheckTimeoutException.class);
        }
    }

    @Test
    void theConnectTimeoutBoundsTheLookupAndALaterAttemptBeginsAnother() {
        try (ConnectionChecker checker = checker(Duration.ofMinutes(5), Duration.ofMillis(100), new HurriedTime())) {
            assertThatThrownBy(() -> checker.check(TARGET))
                    .isInstanceOf(TransportException.class)
                    .hasMessageContaining("The look-up of the name vendor.example took too long");
        }
        assertThat(lookups).hasValue(3);
    }

    @Test
    void anInterruptEndsItAtOnce() throws Exception {
        try (ConnectionChecker checker = checker(Duration.ofMinutes(5), Duration.ofMinutes(5), SystemTime.instance())) {
            CompletableFuture<Throwable> end = new CompletableFuture<>();
            Thread thread = new Thread(() -> end.complete(thrownBy(checker)));
            thread.start();
            asked.await();
            thread.interrupt();
            assertThat(end.get()).isInstanceOf(CheckInterruptedException.class);
        }
    }

    @Test
    void closingTheCheckerEndsIt() throws Exception {
        CompletableFuture<CheckResult> check;
        try (ConnectionChecker checker = checker(Duration.ofMinutes(5), Duration.ofMinutes(5), SystemTime.instance())) {
            check = checker.checkAsync(TARGET);
            asked.await();
        }
        assertThat(check).isCancelled();
    }

    @Test
    void aNameThatIsFoundIsUsed() {
        answered.countDown();
        try (Sandbox sandbox = Sandbox.start();
                ConnectionChecker checker = ConnectionChecker.of(client(
                        sandbox.datafold().baseUrl().replace("127.0.0.1", "vendor.localhost"),
                        sandbox.datafold().apiKey(),
                        Duration.ofSeconds(10),
                        SystemTime.instance()))) {
            long source = sandbox.datafold().dataSource(Behavior.passes());
            assertThat(checker.check(DatafoldTarget.dataSource(source)).passed())
                    .isTrue();
        }
        assertThat(lookups).hasValue(1);
    }

    private static Throwable thrownBy(ConnectionChecker checker) {
        try {
            return new AssertionError("A verdict came: " + checker.check(TARGET));
        } catch (RuntimeException e) {
            return e;
        }
    }

    private ConnectionChecker checker(Duration deadline, Duration connectTimeout, TimeSource time) {
        return ConnectionChecker.builder()
                .client(client("https://vendor.example", "key", connectTimeout, time))
                .timeSource(time)
                .defaultOptions(CheckOptions.builder().timeout(deadline).build())
                .build();
    }

    private DatafoldClient client(String baseUrl, String key, Duration connectTimeout, TimeSource time) {
        OkHttpClient hanging =
                new OkHttpClient.Builder().dns(name -> lookedUp()).build();
        return DatafoldClient.builder()
                .apiKey(key)
                .baseUrl(baseUrl)
                .connectTimeout(connectTimeout)
                .httpClient(hanging)
                .timeSource(time)
                .build();
    }

    /** Hears no interrupt, as the JDK's own look-up. */
    private List<InetAddress> lookedUp() {
        lookups.incrementAndGet();
        asked.countDown();
        while (answered.getCount() > 0) {
            LockSupport.parkNanos(LOOK_NANOS);
            Thread.interrupted();
        }
        return List.of(InetAddress.getLoopbackAddress());
    }
}
