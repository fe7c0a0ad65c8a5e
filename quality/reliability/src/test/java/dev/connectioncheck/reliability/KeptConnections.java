package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.contract.CheckOperation;
import dev.connectioncheck.sandbox.contract.StandIn;
import dev.connectioncheck.sandbox.contract.VendorUnderTest;
import java.time.Duration;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;

/**
 * Lets the connection that carried one answer die silently before the next request, for each operation of each vendor's
 * check. The matrix can't play that: there, the operation that is struck is the one whose answer is spoiled.
 */
final class KeptConnections {
    private static final String KEY = "a-key-of-the-bench";

    /** A ping that is not answered within this time ends the connection; a busy machine answers sooner. */
    private static final Duration PING_INTERVAL = Duration.ofSeconds(2);

    private KeptConnections() {}

    /**
     * What came of one operation.
     *
     * @param outcome the verdict, or the simple name of the exception's class
     * @param sends how often the operation was sent, what the dead connection took included
     */
    record Kept(String vendor, CheckOperation operation, boolean blocking, String outcome, long sends) {
        String cell() {
            return outcome.replace("Exception", "") + (sends == 1 ? "" : " ×" + sends);
        }
    }

    static List<Kept> findings() {
        return Played.FINDINGS;
    }

    /** Each waits for pings that are not answered, all of them at the same time. */
    private static final class Played {
        static final List<Kept> FINDINGS = play();
    }

    private static List<Kept> play() {
        List<CompletableFuture<Kept>> all = new ArrayList<>();
        for (VendorUnderTest vendor : Vendors.all()) {
            for (int operation = 0; operation < vendor.operations().size(); operation++) {
                int struck = operation;
                for (boolean blocking : List.of(true, false)) {
                    all.add(CompletableFuture.supplyAsync(
                            () -> play(vendor, struck, blocking), task -> new Thread(task).start()));
                }
            }
        }
        return all.stream().map(CompletableFuture::join).toList();
    }

    private static Kept play(VendorUnderTest vendor, int struck, boolean blocking) {
        CheckOperation operation = vendor.operations().get(struck);
        try (StandIn standIn =
                        vendor.start(new VendorUnderTest.Setup(InstantSource.system(), Optional.empty(), true, KEY));
                ConnectionChecker checker = ConnectionChecker.of(standIn.client(builder ->
                        builder.apiKey(KEY).baseUrl(standIn.baseUrl()).httpClient(overHttp2())))) {
            CheckTarget target;
            if (struck == 0) {
                // The last answer of another check is the last that the connection carries.
                checker.check(target(vendor, standIn, vendor.operations().size() - 1));
                target = standIn.target(operation.phase(), passing(), "a-password");
            } else {
                target = target(vendor, standIn, struck - 1);
            }
            long before = sends(standIn, operation);
            String outcome = outcome(checker, target, blocking);
            return new Kept(vendor.vendor(), operation, blocking, outcome, sends(standIn, operation) - before);
        }
    }

    /** A target of whose check one operation is answered, and the connection with it then dead. */
    private static CheckTarget target(VendorUnderTest vendor, StandIn standIn, int last) {
        Phase phase = vendor.operations().get(last).phase();
        // All operations have to occur: a target of the first one's phase is read before it is pinged.
        return standIn.target(
                vendor.operations().get(0).phase(),
                passing().at(phase, Fault.connectionDiesAfterwards(), 1),
                "a-password");
    }

    private static Behavior passing() {
        return Behavior.passes().after(Duration.ZERO);
    }

    private static String outcome(ConnectionChecker checker, CheckTarget target, boolean blocking) {
        try {
            CheckResult result = blocking
                    ? checker.check(target)
                    : checker.checkAsync(target).join();
            return result.verdict().toString();
        } catch (ConnectionCheckException e) {
            return e.getClass().getSimpleName();
        } catch (CompletionException e) {
            return String.valueOf(e.getCause()).replaceAll(":.*", "").replaceAll(".*\\.", "");
        }
    }

    private static OkHttpClient overHttp2() {
        return new OkHttpClient.Builder()
                .protocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE))
                .pingInterval(PING_INTERVAL)
                .build();
    }

    private static long sends(StandIn standIn, CheckOperation operation) {
        return standIn.requests().stream()
                .filter(request -> operation.method().equals(request.method())
                        && operation.path().matcher(request.path()).matches())
                .count();
    }
}
