package dev.connectioncheck.benchmarks.throughput;

import dev.connectioncheck.benchmarks.Turns;
import dev.connectioncheck.benchmarks.server.RequestCount;
import dev.connectioncheck.benchmarks.server.VendorServer;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.function.IntFunction;

/** Makes many polled checks in one way, with the server in the same process. */
public final class ThroughputRun {
    /** Real pauses would make both wait rather than work. */
    private static final double PAUSES = 0.001;

    private static final long PAUSE_NANOS = (long) (Duration.ofMillis(150).toNanos() * PAUSES);

    /** A start, and as many polls as the server's jobs take. */
    static final int REQUESTS = 4;

    private ThroughputRun() {}

    /**
     * Makes as many checks as each turn asks for, and prints how many a second that were.
     *
     * @param args {@code ours} or {@code by hand}, and how many checks to keep in flight
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        int inFlight = Integer.parseInt(args[1]);
        VendorServer server = VendorServer.start();
        IntFunction<CompletableFuture<Boolean>> check = args[0].equals("ours")
                ? new Checks(server.url(), PAUSES)::check
                : new ChecksByHand(server.url(), inFlight, PAUSE_NANOS)::check;
        RequestCount requests = RequestCount.at(server::requests);
        Turns.take(checks ->
                requests.during(args[0], (long) checks * REQUESTS, () -> Load.perSecond(check, checks, inFlight)));
    }
}
