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
     * @param args the way, and how many checks to keep in flight
     * @throws Exception if a check does not pass
     */
    public static void main(String[] args) throws Exception {
        VendorServer server = VendorServer.start();
        Turns.Work work = way(args[0], server.url(), Integer.parseInt(args[1]));
        RequestCount requests = RequestCount.at(server::requests);
        Turns.take(checks -> requests.during(args[0], (long) checks * REQUESTS, () -> work.measure(checks)));
    }

    /**
     * Makes one of the ways of making many checks: the SDK's {@code checkAsync} ({@code ours}) and OkHttp, both with so
     * many kept in flight by hand, and the SDK's {@code checkAll} and {@code checkEach}, which do that themselves.
     */
    static Turns.Work way(String name, String url, int inFlight) {
        return switch (name) {
            case "ours" -> byHand(new Checks(url, PAUSES)::check, inFlight);
            case "by hand" -> byHand(new ChecksByHand(url, inFlight, PAUSE_NANOS)::check, inFlight);
            case "checkAll" -> new Bulk(url, PAUSES, inFlight)::allPerSecond;
            case "checkEach" -> new Bulk(url, PAUSES, inFlight)::eachPerSecond;
            default -> throw new IllegalArgumentException(name);
        };
    }

    private static Turns.Work byHand(IntFunction<CompletableFuture<Boolean>> check, int inFlight) {
        return checks -> Load.perSecond(check, checks, inFlight);
    }
}
