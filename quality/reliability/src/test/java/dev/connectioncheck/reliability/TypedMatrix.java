package dev.connectioncheck.reliability;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.VendorSandbox;
import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.sandbox.contract.HurriedTime;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.EventListener;
import okhttp3.OkHttpClient;

/** Every fault at every operation of the generated clients, played once for all tests that look at it. */
final class TypedMatrix {
    private static final int THREADS = 24;
    private static final Duration DEADLINE = Duration.ofSeconds(60);
    private static final Duration BOUND = Duration.ofSeconds(5);
    private static final Duration ATTEMPT = Duration.ofSeconds(30);
    private static final Duration SHORT = Duration.ofMillis(300);

    private static final int SLOWER = 10;

    private final String vendor;
    private final Fault fault;
    private final Duration patience;
    private final HurriedTime time = new HurriedTime();
    private final String key = Canary.secret("key");
    private final AtomicInteger sends = new AtomicInteger();
    private final OkHttpClient http = new OkHttpClient.Builder()
            .eventListener(new EventListener() {
                @Override
                public void callStart(Call call) {
                    sends.incrementAndGet();
                }
            })
            .build();

    private TypedMatrix(String vendor, Fault fault, int slowness) {
        this.vendor = vendor;
        this.fault = fault;
        this.patience = SHORT.multipliedBy(slowness);
    }

    static List<TypedFinding> findings() {
        return Played.FINDINGS;
    }

    /** Where silence is waited out, a busy machine may be too slow to send: then once more with more time. */
    private static List<TypedFinding> play(String vendor, Fault fault) {
        TypedMatrix first = new TypedMatrix(vendor, fault, 1);
        List<TypedFinding> findings = first.play();
        boolean hasty = first.isSilent()
                && findings.stream().anyMatch(finding -> !finding.problems().isEmpty());
        return hasty ? new TypedMatrix(vendor, fault, SLOWER).play() : findings;
    }

    /** The operations of one vendor under one fault, one after the other at one stand-in. */
    private List<TypedFinding> play() {
        try (Sandbox sandbox = Sandbox.builder().time(time).build()) {
            VendorSandbox standIn = standIn(sandbox);
            standIn.useApiKey(key);
            List<TypedOperation> operations = TypedOperations.prepared(
                    vendor, sandbox, client -> configure(client, standIn), Canary.secret("password"));
            operations.forEach(operation -> standIn.at(operation.phase(), fault));
            return operations.stream().map(this::play).toList();
        }
    }

    private VendorSandbox standIn(Sandbox sandbox) {
        return switch (vendor) {
            case "squared" -> sandbox.squared();
            case "unstructured" -> sandbox.unstructured();
            case "datafold" -> sandbox.datafold();
            default -> sandbox.artie();
        };
    }

    private void configure(ClientBuilder<?> client, VendorSandbox standIn) {
        client.apiKey(key)
                .baseUrl(standIn.baseUrl())
                .httpClient(http)
                .attemptTimeout(isSilent() ? patience : ATTEMPT)
                .timeSource(time);
    }

    private boolean isSilent() {
        return fault.name().startsWith("silence") || fault.name().startsWith("one byte");
    }

    private TypedFinding play(TypedOperation operation) {
        Duration deadline = isSilent() && operation.isLong() ? patience : DEADLINE;
        sends.set(0);
        long began = time.nanoTime();
        Object end = end(operation.call().get().withTimeout(deadline));
        Duration elapsed = Duration.ofNanos(time.nanoTime() - began);
        http.connectionPool().evictAll();

        String outcome = end instanceof Throwable thrown ? thrown.getClass().getSimpleName() : TypedFinding.VALUE;
        List<String> problems = new ArrayList<>(problems(operation, end, outcome));
        if (elapsed.compareTo(deadline.plus(BOUND)) > 0) {
            problems.add("took " + elapsed + " though the deadline is " + deadline);
        }
        return new TypedFinding(operation.toString(), operation.family(), fault.name(), outcome, sends.get(), problems);
    }

    /** The value, or what was thrown. */
    private static Object end(ApiCall<?> call) {
        try {
            return call.execute();
        } catch (RuntimeException | Error thrown) {
            return thrown;
        }
    }

    private List<String> problems(TypedOperation operation, Object end, String outcome) {
        TypedExpectation expected = TypedExpectation.of(operation, fault.name());
        List<String> problems = new ArrayList<>();
        if (!expected.outcomes().contains(outcome)) {
            problems.add("ended with " + outcome + ", not with any of " + expected.outcomes() + "\n" + shown(end));
        }
        if (sends.get() != expected.sends()) {
            problems.add("was sent " + sends + " times, not " + expected.sends());
        }
        if (end instanceof ConnectionCheckException error) {
            problems.addAll(wrongIn(error, expected.isLost(operation)));
        }
        if (Canary.isIn(shown(end))) {
            problems.add("shows a secret: " + shown(end));
        }
        return problems;
    }

    private List<String> wrongIn(ConnectionCheckException error, boolean lost) {
        List<String> problems = new ArrayList<>();
        boolean said = String.valueOf(error.getMessage()).contains("It may have been carried out all the same: ");
        if (said != lost) {
            problems.add("says " + (lost ? "not " : "") + "that it may have happened: " + error.getMessage());
        }
        if (lost && error.retryable()) {
            problems.add("is retryable though it may have happened");
        }
        if (!error.vendor().equals(vendor)) {
            problems.add("names the vendor " + error.vendor());
        }
        return problems;
    }

    private static String shown(Object end) {
        if (!(end instanceof Throwable thrown)) {
            return String.valueOf(end);
        }
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text.toString();
    }

    /** Not in the class below: its threads would wait until that is initialized. */
    private static List<TypedFinding> playAll() {
        ExecutorService threads = Executors.newFixedThreadPool(THREADS);
        try {
            List<Future<List<TypedFinding>>> playing = new ArrayList<>();
            for (String vendor : TypedOperations.VENDORS) {
                Faults.all().forEach(fault -> playing.add(threads.submit(() -> play(vendor, fault))));
            }
            List<TypedFinding> findings = new ArrayList<>();
            for (Future<List<TypedFinding>> each : playing) {
                findings.addAll(each.get());
            }
            return List.copyOf(findings);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        } finally {
            threads.shutdownNow();
        }
    }

    private static final class Played {
        static final List<TypedFinding> FINDINGS = playAll();
    }
}
