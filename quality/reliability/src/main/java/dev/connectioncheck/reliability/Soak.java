package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.VendorSandbox;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.random.RandomGenerator;
import java.util.random.RandomGeneratorFactory;
import org.jspecify.annotations.Nullable;

/**
 * Runs checks of all vendors with random faults for as long as asked, on real time, and ends with status 1 if a promise
 * was broken.
 *
 * <p>Arguments: least number of checks, least number of minutes, and a seed if a run is to be played again.
 */
final class Soak {
    private static final Pace USUAL = new Pace(Duration.ofSeconds(3), Duration.ofSeconds(1), Duration.ofSeconds(5));
    private static final Duration SAMPLE_EVERY = Duration.ofMinutes(1);

    /** By then every pool has let its idle threads go, so that what is left would be left for ever. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final int GENERATION = 4_000;
    private static final int IN_FLIGHT = 384;
    private static final int BLOCKING_ONE_IN = 8;

    /** OkHttp's logger is held, since the JDK forgets the level of one that nobody holds; its stand-in complains. */
    private static final Logger SERVER = Logger.getLogger("mockwebserver3.MockWebServer");

    private final RandomGenerator random;
    private final Pace pace;
    private final UnaryOperator<VendorClient> clients;
    private final SoakTally tally;
    private final ThreadPoolExecutor callers =
            new ThreadPoolExecutor(0, IN_FLIGHT, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final long began = System.nanoTime();

    private Soak(long seed, Pace pace, UnaryOperator<VendorClient> clients, PrintStream out) {
        this.random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
        this.pace = pace;
        this.clients = clients;
        this.tally = new SoakTally(out);
    }

    /**
     * How long things may take.
     *
     * @param deadline of each check
     * @param attempt of each HTTP attempt
     * @param bound how much later than its deadline a check may end
     */
    record Pace(Duration deadline, Duration attempt, Duration bound) {
        Duration patience() {
            return deadline.plus(bound);
        }
    }

    public static void main(String[] arguments) throws InterruptedException {
        SERVER.setLevel(Level.OFF);
        long seed = arguments.length > 2 ? Long.parseLong(arguments[2]) : System.nanoTime();
        System.out.println("seed " + seed);
        boolean kept =
                run(Long.parseLong(arguments[0]), Duration.ofMinutes(Long.parseLong(arguments[1])), seed, System.out);
        System.exit(kept ? 0 : 1);
    }

    /** Runs at least so many checks for at least so long, and tells whether every promise was kept. */
    static boolean run(long checks, Duration duration, long seed, PrintStream out) throws InterruptedException {
        return new Soak(seed, USUAL, UnaryOperator.identity(), out).judge(checks, duration);
    }

    /** Runs a few checks with clients that are made worse, so that a test can tell whether a run finds out. */
    static boolean run(int checks, Pace pace, UnaryOperator<VendorClient> worse, PrintStream out)
            throws InterruptedException {
        return new Soak(System.nanoTime(), pace, worse, out).judge(checks, Duration.ZERO);
    }

    private boolean judge(long checks, Duration duration) throws InterruptedException {
        try {
            run(checks, duration);
            return tally.conclude(!duration.isZero());
        } finally {
            callers.shutdownNow();
        }
    }

    private void run(long checks, Duration duration) throws InterruptedException {
        int generation = (int) Math.min(GENERATION, checks);
        Duration nextSample = Duration.ZERO;
        while (tally.checks() < checks || elapsed().compareTo(duration) < 0) {
            play(generation);
            if (elapsed().compareTo(nextSample) >= 0) {
                settle(duration);
                tally.sample(elapsed());
                nextSample = elapsed().plus(SAMPLE_EVERY);
            }
        }
        settle(duration);
        tally.sample(elapsed());
    }

    private static void settle(Duration duration) throws InterruptedException {
        if (!duration.isZero()) {
            Thread.sleep(SETTLING.toMillis());
        }
    }

    private Duration elapsed() {
        return Duration.ofNanos(System.nanoTime() - began);
    }

    /** Plays checks against a sandbox of their own, since a sandbox remembers whatever it was asked. */
    private void play(int checks) throws InterruptedException {
        Semaphore free = new Semaphore(IN_FLIGHT);
        try (Sandbox sandbox = Sandbox.start();
                ConnectionChecker checker = checker(sandbox)) {
            for (int i = 0; i < checks; i++) {
                SoakCase next = SoakCase.random(sandbox, random);
                free.acquire();
                start(next, checker, free);
            }
            if (!free.tryAcquire(IN_FLIGHT, pace.patience().toMillis(), TimeUnit.MILLISECONDS)) {
                tally.hung(IN_FLIGHT - free.availablePermits());
            }
        }
    }

    private void start(SoakCase next, ConnectionChecker checker, Semaphore free) {
        boolean blocking = !next.cancelled() && random.nextInt(BLOCKING_ONE_IN) == 0;
        long start = System.nanoTime();
        CompletableFuture<CheckResult> check = blocking
                ? CompletableFuture.supplyAsync(() -> checker.check(next.target()), callers)
                : checker.checkAsync(next.target());
        CompletableFuture<?> unused = check.whenComplete((result, error) -> {
            Duration took = Duration.ofNanos(System.nanoTime() - start);
            Verdict verdict = result == null ? null : result.verdict();
            tally.ended(next, verdict, unwrapped(error), took.compareTo(pace.patience()) > 0);
            free.release();
        });
        if (next.cancelled()) {
            check.cancel(true);
        }
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private ConnectionChecker checker(Sandbox sandbox) {
        List<VendorClient> honest = List.of(
                set(SquaredClient.builder(), sandbox.squared())
                        .workspaceId(sandbox.squared().workspaceId())
                        .build(),
                set(UnstructuredClient.builder(), sandbox.unstructured()).build(),
                set(DatafoldClient.builder(), sandbox.datafold()).build(),
                set(ArtieClient.builder(), sandbox.artie()).build());
        ConnectionChecker.Builder builder = ConnectionChecker.builder()
                .defaultOptions(CheckOptions.builder().timeout(pace.deadline()).build());
        honest.stream().map(clients).forEach(builder::client);
        return builder.build();
    }

    /** Asks as fast as it can: what a vendor wants is not what is tried here. */
    private <B extends ClientBuilder<B>> B set(B builder, VendorSandbox vendor) {
        return builder.apiKey(vendor.apiKey())
                .baseUrl(vendor.baseUrl())
                .attemptTimeout(pace.attempt())
                .pace(dev.connectioncheck.http.Pace.unlimited());
    }
}
