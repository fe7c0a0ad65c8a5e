package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.VendorSandbox;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.io.PrintStream;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.SynchronousQueue;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
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
    private static final Duration DEADLINE = Duration.ofSeconds(3);
    private static final Duration ATTEMPT = Duration.ofSeconds(1);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration SAMPLE_EVERY = Duration.ofMinutes(1);

    /** By then every pool has let its idle threads go, so that what is left would be left for ever. */
    private static final Duration SETTLING = Duration.ofSeconds(15);

    private static final int GENERATION = 4_000;
    private static final int IN_FLIGHT = 384;
    private static final int BLOCKING_ONE_IN = 8;

    /** OkHttp's logger is held, since the JDK forgets the level of one that nobody holds; its stand-in complains. */
    private static final Logger SERVER = Logger.getLogger("mockwebserver3.MockWebServer");

    private final RandomGenerator random;
    private final SoakTally tally;
    private final ThreadPoolExecutor callers =
            new ThreadPoolExecutor(0, IN_FLIGHT, 10, TimeUnit.SECONDS, new SynchronousQueue<>());
    private final long began = System.nanoTime();

    private Soak(long seed, PrintStream out) {
        this.random = RandomGeneratorFactory.of("SplittableRandom").create(seed);
        this.tally = new SoakTally(out);
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
        Soak soak = new Soak(seed, out);
        try {
            soak.run(checks, duration);
            return soak.tally.conclude(!duration.isZero());
        } finally {
            soak.callers.shutdownNow();
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
            Duration patience = DEADLINE.plus(BOUND);
            if (!free.tryAcquire(IN_FLIGHT, patience.toMillis(), TimeUnit.MILLISECONDS)) {
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
            tally.ended(next, result, unwrapped(error), took.compareTo(DEADLINE.plus(BOUND)) > 0);
            free.release();
        });
        if (next.cancelled()) {
            check.cancel(true);
        }
    }

    private static @Nullable Throwable unwrapped(@Nullable Throwable error) {
        return error instanceof CompletionException && error.getCause() != null ? error.getCause() : error;
    }

    private static ConnectionChecker checker(Sandbox sandbox) {
        return ConnectionChecker.builder()
                .client(set(SquaredClient.builder(), sandbox.squared())
                        .workspaceId(sandbox.squared().workspaceId())
                        .build())
                .client(set(UnstructuredClient.builder(), sandbox.unstructured())
                        .build())
                .client(set(DatafoldClient.builder(), sandbox.datafold()).build())
                .client(set(ArtieClient.builder(), sandbox.artie()).build())
                .defaultOptions(CheckOptions.builder().timeout(DEADLINE).build())
                .build();
    }

    private static <B extends ClientBuilder<B>> B set(B builder, VendorSandbox vendor) {
        return builder.apiKey(vendor.apiKey()).baseUrl(vendor.baseUrl()).attemptTimeout(ATTEMPT);
    }
}
