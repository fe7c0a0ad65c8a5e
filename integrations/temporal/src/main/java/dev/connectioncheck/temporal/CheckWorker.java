package dev.connectioncheck.temporal;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.temporal.Contract.CheckFlow;
import dev.connectioncheck.temporal.Contract.SweepFlow;
import io.temporal.worker.Worker;
import io.temporal.worker.WorkerFactory;
import io.temporal.worker.WorkerOptions;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Makes durable checks, on any number of machines.
 *
 * <p>It adds a worker for each vendor to your {@link WorkerFactory}, on the task queue {@code connection-check.} and
 * the vendor's name, whose rate is the vendor's limit. The factory, its connection to Temporal and the checker stay
 * yours: {@link WorkerFactory#start() start} the factory, and close this after you have shut it down.
 *
 * <p>Give the checker no listeners: each poll of a durable check is a check of its own to them, which ends as
 * cancelled. Count what {@link Verdicts#record} gets instead.
 */
public final class CheckWorker implements AutoCloseable {
    private final Heartbeat heartbeat;

    private CheckWorker(Heartbeat heartbeat) {
        this.heartbeat = heartbeat;
    }

    /**
     * Starts with no vendor.
     *
     * @param factory gets the workers; not started yet
     * @param checker has a client for each vendor
     * @return a new builder
     */
    public static Builder builder(WorkerFactory factory, ConnectionChecker checker) {
        return new Builder(factory, checker);
    }

    /** Stops telling the engine that activities are alive; they should have ended. Closing twice does nothing. */
    @Override
    public void close() {
        heartbeat.close();
    }

    /** Collects what a worker needs. Not thread-safe. */
    public static final class Builder {
        private final WorkerFactory factory;
        private final ConnectionChecker checker;
        private final Map<String, VendorLimit> vendors = new LinkedHashMap<>();
        private @Nullable Connections connections;
        private @Nullable Verdicts verdicts;
        private WorkerOptions options = WorkerOptions.getDefaultInstance();

        private Builder(WorkerFactory factory, ConnectionChecker checker) {
            this.factory = Objects.requireNonNull(factory, "factory");
            this.checker = Objects.requireNonNull(checker, "checker");
        }

        /**
         * Sets where settings and secrets come from; needed.
         *
         * @param connections finds what to check
         * @return this builder
         */
        public Builder connections(Connections connections) {
            this.connections = Objects.requireNonNull(connections, "connections");
            return this;
        }

        /**
         * Sets where verdicts go; needed.
         *
         * @param verdicts keeps them
         * @return this builder
         */
        public Builder verdicts(Verdicts verdicts) {
            this.verdicts = Objects.requireNonNull(verdicts, "verdicts");
            return this;
        }

        /**
         * Takes checks of a vendor; at least one is needed.
         *
         * @param vendor its short name, such as {@code acme}
         * @param limit how much it may be asked; the same on all workers
         * @return this builder
         */
        public Builder vendor(String vendor, VendorLimit limit) {
            vendors.put(Objects.requireNonNull(vendor, "vendor"), Objects.requireNonNull(limit, "limit"));
            return this;
        }

        /**
         * Sets the workers' other options, such as their numbers of pollers; the default is Temporal's.
         *
         * @param options what {@link VendorLimit} sets, heartbeats, and eager execution aside, which passes by the
         *     limit
         * @return this builder
         */
        public Builder options(WorkerOptions options) {
            this.options = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Adds the workers to the factory.
         *
         * @return what the workers share
         * @throws IllegalStateException if connections, verdicts or vendors are missing
         */
        public CheckWorker build() {
            if (connections == null || verdicts == null || vendors.isEmpty()) {
                throw new IllegalStateException(
                        "A CheckWorker needs connections(...), verdicts(...) and a vendor(...) at least.");
            }
            Heartbeat heartbeat = new Heartbeat();
            Asking asking = new Asking(checker, connections, new Recorder(verdicts), InstantSource.system());
            Steps steps = new Steps(asking, connections, heartbeat);
            vendors.forEach((vendor, limit) -> {
                Worker worker = factory.newWorker(Contract.queue(vendor), options(limit));
                register(worker);
                worker.registerActivitiesImplementations(steps);
            });
            return new CheckWorker(heartbeat);
        }

        private WorkerOptions options(VendorLimit limit) {
            return WorkerOptions.newBuilder(options)
                    .setMaxTaskQueueActivitiesPerSecond(limit.perSecond())
                    .setMaxConcurrentActivityExecutionSize(limit.atOncePerWorker())
                    .setMaxHeartbeatThrottleInterval(Heartbeat.SOONEST)
                    .setDisableEagerExecution(true)
                    .build();
        }
    }

    /** Also for what replays histories. */
    static void register(Worker worker) {
        worker.registerWorkflowImplementationFactory(CheckFlow.class, DurableCheck::new);
        worker.registerWorkflowImplementationFactory(SweepFlow.class, DurableSweep::new);
    }
}
