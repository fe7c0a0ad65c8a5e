package dev.connectioncheck.temporal;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.contract.Canary;
import io.temporal.api.common.v1.Payload;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.converter.CodecDataConverter;
import io.temporal.common.converter.DefaultDataConverter;
import io.temporal.payload.codec.PayloadCodec;
import io.temporal.testing.TestEnvironmentOptions;
import io.temporal.testing.TestWorkflowEnvironment;
import java.net.ConnectException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;
import java.util.function.Function;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Everything in one process: a test server that skips pauses, a worker, two vendors, and tables in memory. */
final class Shop implements AutoCloseable {
    private final Sandbox sandbox = Sandbox.start();
    private final TestWorkflowEnvironment engine;
    private final ConnectionChecker checker;
    private final CheckWorker worker;
    private final DurableChecks checks;
    private final Map<String, CheckTarget> targets = new ConcurrentHashMap<>();
    private final List<StoredVerdict> recorded = new CopyOnWriteArrayList<>();
    private final AtomicInteger unreachable = new AtomicInteger();
    private final AtomicInteger unwritable = new AtomicInteger();
    private volatile Function<ConnectionRef, CheckTarget> finding = this::target;
    private volatile @Nullable Verdict previous;
    private volatile Consumer<Verdict> changes = before -> {};
    private volatile List<ConnectionRef> listed = List.of();

    Shop() {
        this(WorkflowClientOptions.newBuilder());
    }

    private Shop(WorkflowClientOptions.Builder options) {
        engine = TestWorkflowEnvironment.newInstance(TestEnvironmentOptions.newBuilder()
                .setWorkflowClientOptions(options.setIdentity("shop").build())
                .build());
        checker = checker();
        worker = CheckWorker.builder(engine.getWorkerFactory(), checker)
                .connections(new Known())
                .verdicts(new InMemory())
                .vendor("datafold", VendorLimit.unlimited())
                .vendor("artie", VendorLimit.perSecond(1_000).atOncePerWorker(10))
                .build();
        checks = DurableChecks.of(engine.getWorkflowClient());
        engine.start();
    }

    /** With a codec that makes what is kept unreadable. */
    static Shop withCodec() {
        return new Shop(WorkflowClientOptions.newBuilder()
                .setDataConverter(
                        new CodecDataConverter(DefaultDataConverter.newDefaultInstance(), List.of(new Flipped()))));
    }

    private ConnectionChecker checker() {
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> {
                    if (unreachable.getAndDecrement() > 0) {
                        throw new ConnectException("refused");
                    }
                    return chain.proceed(chain.request());
                })
                .build();
        return ConnectionChecker.of(
                DatafoldClient.builder()
                        .httpClient(http)
                        .apiKey(sandbox.datafold().apiKey())
                        .baseUrl(sandbox.datafold().baseUrl())
                        .build(),
                ArtieClient.builder()
                        .apiKey(sandbox.artie().apiKey())
                        .baseUrl(sandbox.artie().baseUrl())
                        .build());
    }

    /** Saves a connection, and returns its name. */
    String datafold(Behavior behavior) {
        return saved(DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior)));
    }

    String artie(Behavior behavior) {
        return saved(ArtieTarget.saved(sandbox.artie().saved(behavior)));
    }

    CheckTarget anyOfDatafold() {
        return DatafoldTarget.dataSource(sandbox.datafold().dataSource(Behavior.passes()));
    }

    private String saved(CheckTarget target) {
        String name = target.vendor() + " " + target.id().orElseThrow();
        targets.put(name, target);
        return name;
    }

    CheckTarget target(ConnectionRef ref) {
        return Optional.ofNullable(targets.get(ref.id())).orElseThrow(IllegalArgumentException::new);
    }

    void finding(Function<ConnectionRef, CheckTarget> way) {
        finding = way;
    }

    /** The next requests find nobody who accepts connections. */
    void refuseConnections(int requests) {
        unreachable.set(requests);
    }

    void failRecords(int times) {
        unwritable.set(times);
    }

    void previously(Verdict verdict, Consumer<Verdict> whenChanged) {
        previous = verdict;
        changes = whenChanged;
    }

    StoredVerdict check(String name) {
        return check(name, DurableOptions.defaults());
    }

    StoredVerdict check(String name, DurableOptions options) {
        String vendor = name.startsWith("artie") ? "artie" : "datafold";
        return checks.verdict(checks.start(ConnectionRef.of(vendor, name), "test", options))
                .join();
    }

    SweepSummary sweep(List<String> names) {
        return sweep(Sweep.of("all", "datafold"), names);
    }

    SweepSummary sweep(Sweep sweep, List<String> names) {
        listed = names.stream().map(name -> ConnectionRef.of("datafold", name)).toList();
        return checks.summary(checks.sweep(sweep)).join();
    }

    CheckTarget resume(String token) {
        return checker.resume(token).target();
    }

    List<StoredVerdict> recorded() {
        return recorded;
    }

    int events(StoredVerdict verdict) {
        return engine.getWorkflowClient()
                .fetchHistory(verdict.run())
                .getEvents()
                .size();
    }

    String history(StoredVerdict verdict) {
        return Histories.text(engine.getWorkflowClient().fetchHistory(verdict.run()));
    }

    TestWorkflowEnvironment engine() {
        return engine;
    }

    int starts() {
        return requests("POST");
    }

    int polls() {
        return requests("GET");
    }

    private int requests(String method) {
        return (int) sandbox.datafold().requests().stream()
                .filter(request -> request.method().equals(method))
                .count();
    }

    @Override
    public void close() {
        engine.close();
        worker.close();
        checker.close();
        sandbox.close();
    }

    private final class Known implements Connections {
        @Override
        public CheckTarget find(ConnectionRef ref) {
            return finding.apply(ref);
        }

        @Override
        public ConnectionPage page(String sweep, Optional<String> cursor) {
            int from = cursor.map(Integer::parseInt).orElse(0);
            int to = Math.min(from + 2, listed.size());
            return to == listed.size()
                    ? ConnectionPage.last(listed.subList(from, to))
                    : ConnectionPage.of(listed.subList(from, to), "" + to);
        }
    }

    private final class InMemory implements Verdicts {
        @Override
        public void record(StoredVerdict verdict) {
            if (unwritable.getAndDecrement() > 0) {
                throw new IllegalStateException(Canary.secret("record"));
            }
            if (!recorded.contains(verdict)) {
                recorded.add(verdict);
            }
        }

        @Override
        public Optional<Verdict> previous(StoredVerdict now) {
            return Optional.ofNullable(previous);
        }

        @Override
        public void changed(Verdict before, StoredVerdict now) {
            changes.accept(before);
        }
    }

    /** Stands for encryption. */
    private static final class Flipped implements PayloadCodec {
        @Override
        public List<Payload> encode(List<Payload> payloads) {
            return payloads.stream().map(Flipped::flipped).toList();
        }

        @Override
        public List<Payload> decode(List<Payload> payloads) {
            return payloads.stream().map(Flipped::flipped).toList();
        }

        private static Payload flipped(Payload payload) {
            byte[] bytes = payload.getData().toByteArray();
            for (int i = 0; i < bytes.length; i++) {
                bytes[i] = (byte) ~bytes[i];
            }
            return payload.toBuilder()
                    .setData(com.google.protobuf.ByteString.copyFrom(bytes))
                    .build();
        }
    }
}
