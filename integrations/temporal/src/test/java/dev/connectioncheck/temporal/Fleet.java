package dev.connectioncheck.temporal;

import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import io.temporal.api.common.v1.WorkflowExecution;
import io.temporal.api.workflowservice.v1.DescribeWorkflowExecutionRequest;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.common.WorkflowExecutionHistory;
import io.temporal.serviceclient.WorkflowServiceStubs;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** Workers in processes of their own, the vendors that they ask, and a client. Used by one test. */
final class Fleet implements AutoCloseable {
    private static final Pattern START = Pattern.compile("/api/v1/data_sources/(\\d+)/test");

    final Sandbox sandbox = Sandbox.start();
    final Table table;
    private final Engine engine;
    private final String namespace;
    private final Path folder;
    private final WorkflowServiceStubs connection;
    private final String salt = Engine.REAL.isPresent() ? "-" + UUID.randomUUID() : "";
    private final List<Child> workers = new ArrayList<>();
    private String vendors = "datafold";
    private double perSecond;

    Fleet(Engine engine, String test, Path folder) {
        this.engine = engine;
        this.namespace = engine.namespace(test);
        this.folder = folder;
        this.table = new Table(folder.resolve("table"));
        this.connection = Engine.connect(engine.address());
    }

    Fleet vendors(String names) {
        vendors = names;
        return this;
    }

    Fleet perSecond(double requests) {
        perSecond = requests;
        return this;
    }

    /** Starts a worker, whose name the vendors hear. */
    Child worker(String name) {
        return worker(name, Map.of());
    }

    Child worker(String name, Map<String, String> more) {
        Properties settings = new Properties();
        settings.putAll(Map.of(
                "name", name,
                "address", engine.address(),
                "namespace", namespace,
                "sticky", Boolean.toString(Engine.REAL.isPresent()),
                "table", folder.resolve("table").toString(),
                "vendors", vendors,
                "perSecond", Double.toString(perSecond)));
        settings.putAll(Map.of(
                "datafold.url", sandbox.datafold().baseUrl(),
                "datafold.key", sandbox.datafold().apiKey(),
                "squared.url", sandbox.squared().baseUrl(),
                "squared.key", sandbox.squared().apiKey(),
                "squared.workspace", Long.toString(sandbox.squared().workspaceId()),
                "artie.url", sandbox.artie().baseUrl(),
                "artie.key", sandbox.artie().apiKey(),
                "unstructured.url", sandbox.unstructured().baseUrl(),
                "unstructured.key", sandbox.unstructured().apiKey()));
        settings.putAll(more);
        Child worker = Child.start(WorkerMain.class, written(name, settings).toString());
        workers.add(worker);
        return worker;
    }

    private Path written(String name, Properties settings) {
        Path file = folder.resolve(name + ".properties");
        try (Writer out = Files.newBufferedWriter(file)) {
            settings.store(out, null);
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Waits for a server that is starting. */
    void awaitServer() {
        connection.connect(Duration.ofSeconds(30));
    }

    WorkflowClient client() {
        return client(connection);
    }

    private WorkflowClient client(WorkflowServiceStubs own) {
        return WorkflowClient.newInstance(
                own, WorkflowClientOptions.newBuilder().setNamespace(namespace).build());
    }

    DurableChecks checks() {
        return DurableChecks.of(client());
    }

    /** Of a client with a connection of its own. */
    DurableChecks checks(WorkflowServiceStubs own) {
        return DurableChecks.of(client(own));
    }

    /** A key that no other run of the tests has used. */
    String key(String key) {
        return key + salt;
    }

    WorkflowExecutionHistory history(String run) {
        return client().fetchHistory(run);
    }

    /** What the server shows of a run: its activities too, with their last failures. */
    String describe(String run) {
        return connection
                .blockingStub()
                .describeWorkflowExecution(DescribeWorkflowExecutionRequest.newBuilder()
                        .setNamespace(namespace)
                        .setExecution(WorkflowExecution.newBuilder().setWorkflowId(run))
                        .build())
                .toString();
    }

    /** How often Datafold was told to start a check, by data source. */
    Map<Long, Long> starts() {
        return starts(request -> true);
    }

    /** The same for the requests of one worker. */
    Map<Long, Long> startsBy(String worker) {
        return starts(request -> request.header("X-Worker").orElse("").equals(worker));
    }

    private Map<Long, Long> starts(Predicate<SandboxRequest> wanted) {
        return sandbox.datafold().requests().stream()
                .filter(wanted)
                .flatMap(request -> source(request).stream())
                .collect(Collectors.groupingBy(id -> id, Collectors.counting()));
    }

    /** Requests to start a check at Datafold. */
    List<SandboxRequest> startRequests() {
        return sandbox.datafold().requests().stream()
                .filter(request -> source(request).isPresent())
                .toList();
    }

    /** The most jobs of some data sources that ran at Datafold at any moment, each of which takes so long. */
    int peak(Duration each, Set<Long> sources) {
        long[] begun = sandbox.datafold().requests().stream()
                .filter(request -> source(request).filter(sources::contains).isPresent())
                .mapToLong(start -> start.receivedAt().toEpochMilli())
                .toArray();
        return (int) LongStream.of(begun)
                .map(now -> LongStream.of(begun)
                        .filter(other -> other <= now && now < other + each.toMillis())
                        .count())
                .max()
                .orElse(0);
    }

    /** Which data source a request starts a check of; empty for any other request. */
    private static Optional<Long> source(SandboxRequest request) {
        Matcher start = START.matcher(request.path());
        return start.matches() ? Optional.of(Long.parseLong(start.group(1))) : Optional.empty();
    }

    @Override
    public void close() {
        workers.forEach(Child::close);
        sandbox.close();
        connection.shutdownNow();
    }
}
