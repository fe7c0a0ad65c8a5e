package dev.connectioncheck.temporal;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import dev.connectioncheck.unstructured.UnstructuredClient;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowClientOptions;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerFactoryOptions;
import io.temporal.worker.WorkerOptions;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Properties;
import okhttp3.OkHttpClient;

/** A user's worker: it knows the table and the vendors' keys, and makes checks until it is killed. */
final class WorkerMain {
    private static final int AT_ONCE = 100;

    private WorkerMain() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        Child.endWithParent();
        Properties settings = new Properties();
        try (Reader file = Files.newBufferedReader(Path.of(args[0]))) {
            settings.load(file);
        }
        WorkerFactory factory = factory(settings);
        Table table = new Table(Path.of(settings.getProperty("table")));
        CheckWorker.Builder worker = CheckWorker.builder(factory, checker(settings))
                .connections(table)
                .verdicts(table)
                .options(options(settings));
        double perSecond = Double.parseDouble(settings.getProperty("perSecond"));
        VendorLimit limit = perSecond == 0 ? VendorLimit.unlimited() : VendorLimit.perSecond(perSecond);
        for (String vendor : List.of(settings.getProperty("vendors").split(",", -1))) {
            worker.vendor(vendor, limit.atOncePerWorker(AT_ONCE));
        }
        worker.build();
        factory.start();
        System.out.println("ready");
        Thread.currentThread().join();
    }

    /**
     * The test server never gives up the queue that belongs to one worker alone, and so forgets what it had for a dead
     * one; a real server gives it up after five seconds.
     */
    private static WorkerOptions options(Properties settings) {
        WorkerOptions.Builder options = WorkerOptions.newBuilder();
        if (!isSticky(settings)) {
            options.setStickyQueueScheduleToStartTimeout(Duration.ZERO);
        }
        return options.build();
    }

    private static WorkerFactory factory(Properties settings) {
        WorkflowClient client = WorkflowClient.newInstance(
                Engine.connect(settings.getProperty("address")),
                WorkflowClientOptions.newBuilder()
                        .setNamespace(settings.getProperty("namespace"))
                        .build());
        WorkerFactoryOptions.Builder options = WorkerFactoryOptions.newBuilder();
        if (!isSticky(settings)) {
            options.setWorkflowCacheSize(0);
        }
        return WorkerFactory.newInstance(client, options.build());
    }

    private static boolean isSticky(Properties settings) {
        return Boolean.parseBoolean(settings.getProperty("sticky"));
    }

    private static ConnectionChecker checker(Properties settings) {
        // The vendor sees which worker asked.
        String name = settings.getProperty("name");
        OkHttpClient http = new OkHttpClient.Builder()
                .addInterceptor(chain -> chain.proceed(
                        chain.request().newBuilder().header("X-Worker", name).build()))
                .build();
        ConnectionChecker.Builder checker = ConnectionChecker.builder()
                .client(DatafoldClient.builder()
                        .httpClient(http)
                        .apiKey(settings.getProperty("datafold.key"))
                        .baseUrl(settings.getProperty("datafold.url"))
                        .build())
                .client(SquaredClient.builder()
                        .httpClient(http)
                        .apiKey(settings.getProperty("squared.key"))
                        .workspaceId(Long.parseLong(settings.getProperty("squared.workspace")))
                        .baseUrl(settings.getProperty("squared.url"))
                        .build())
                .client(ArtieClient.builder()
                        .httpClient(http)
                        .apiKey(settings.getProperty("artie.key"))
                        .baseUrl(settings.getProperty("artie.url"))
                        .build())
                .client(UnstructuredClient.builder()
                        .httpClient(http)
                        .apiKey(settings.getProperty("unstructured.key"))
                        .baseUrl(settings.getProperty("unstructured.url"))
                        .build());
        return settings.containsKey("young")
                ? checker.timeSource(new ForeverYoung()).build()
                : checker.build();
    }

    /** A wall clock that stands still: no check grows older, so polls stay as close together as they may be. */
    private static final class ForeverYoung implements TimeSource {
        private final TimeSource system = SystemTime.instance();
        private final Instant begun = system.now();

        @Override
        public long nanoTime() {
            return system.nanoTime();
        }

        @Override
        public Instant now() {
            return begun;
        }

        @Override
        public void park(Object blocker, long nanos) {
            system.park(blocker, nanos);
        }

        @Override
        public Timer schedule(Runnable task, long nanos) {
            return system.schedule(task, nanos);
        }
    }
}
