package dev.connectioncheck.temporal;

import dev.connectioncheck.temporal.Contract.CheckFlow;
import dev.connectioncheck.temporal.Contract.SweepFlow;
import io.temporal.api.enums.v1.ScheduleOverlapPolicy;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.client.WorkflowClient;
import io.temporal.client.WorkflowExecutionAlreadyStarted;
import io.temporal.client.WorkflowOptions;
import io.temporal.client.schedules.Schedule;
import io.temporal.client.schedules.ScheduleActionStartWorkflow;
import io.temporal.client.schedules.ScheduleAlreadyRunningException;
import io.temporal.client.schedules.ScheduleClient;
import io.temporal.client.schedules.ScheduleClientOptions;
import io.temporal.client.schedules.ScheduleOptions;
import io.temporal.client.schedules.SchedulePolicy;
import io.temporal.client.schedules.ScheduleSpec;
import io.temporal.client.schedules.ScheduleUpdate;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/**
 * Starts durable checks and tells how they ended, from any machine; {@link CheckWorker}s make them.
 *
 * <p>A check survives the death of whoever asked for it, of its workers, and of Temporal's server as far as that keeps
 * its data. It is started at the vendor at most once, unless {@link LostStart#START_AGAIN} says otherwise. Nothing
 * secret leaves the workers. Safe for use by several threads. What Temporal's client throws comes through as it is.
 */
public final class DurableChecks {
    private static final Duration JITTER = Duration.ofSeconds(30);

    private final WorkflowClient client;

    private DurableChecks(WorkflowClient client) {
        this.client = client;
    }

    /**
     * Uses a client of your own, with its namespace, data converter and codec; it stays yours.
     *
     * @param client the client
     * @return what starts checks
     */
    public static DurableChecks of(WorkflowClient client) {
        return new DurableChecks(Objects.requireNonNull(client, "client"));
    }

    /**
     * Starts a check with the default options.
     *
     * @param ref your name for the connection
     * @param key names this check among those of the connection, such as a date, in at most 200 characters
     * @return the check's run
     * @throws IllegalArgumentException if the key is blank or too long
     * @see #start(ConnectionRef, String, DurableOptions)
     */
    public String start(ConnectionRef ref, String key) {
        return start(ref, key, DurableOptions.defaults());
    }

    /**
     * Starts a check, and returns once Temporal has taken it.
     *
     * <p>The same connection and key are the same check: if there is one, under way or ended, none is started, also for
     * callers on several machines. Temporal remembers that for its namespace's retention time.
     *
     * @param ref your name for the connection
     * @param key names this check among those of the connection, such as a date, in at most 200 characters; in clear in
     *     the engine's history
     * @param options how long it may take, and what to do if its start is lost
     * @return the check's run, which {@link #verdict} takes
     * @throws IllegalArgumentException if the key is blank or too long
     */
    public String start(ConnectionRef ref, String key, DurableOptions options) {
        ConnectionRef.requireName(key, "key");
        String run = Contract.checkId(ref, key);
        CheckFlow flow = client.newWorkflowStub(
                CheckFlow.class,
                on(ref.vendor(), run)
                        .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                        .build());
        return started(
                () -> WorkflowClient.start(
                        flow::check, CheckState.asked(ref, options).toMap()),
                run);
    }

    /**
     * Returns how a check ends.
     *
     * @param run what {@link #start} returned
     * @return a future that holds no thread, and fails with what Temporal's client throws if there is no such run, or
     *     somebody cancelled it
     */
    public CompletableFuture<StoredVerdict> verdict(String run) {
        return result(run).thenApply(StoredVerdict::of);
    }

    /**
     * Starts a sweep now; if one of that name, started so, is under way, it starts none.
     *
     * @param sweep what to check
     * @return the sweep's run, which {@link #summary} takes
     */
    public String sweep(Sweep sweep) {
        String run = Contract.SWEEP_ID + sweep.name();
        SweepFlow flow =
                client.newWorkflowStub(SweepFlow.class, on(sweep.vendor(), run).build());
        return started(
                () -> WorkflowClient.start(flow::sweep, SweepState.asked(sweep).toMap()), run);
    }

    /**
     * Returns how the checks of a sweep end.
     *
     * @param run what {@link #sweep} returned
     * @return a future that holds no thread, and fails with what Temporal's client throws if there is no such run, or
     *     somebody cancelled it
     */
    public CompletableFuture<SweepSummary> summary(String run) {
        return result(run).thenApply(counts -> SweepSummary.of(Fields.of(counts)));
    }

    /**
     * Repeats a sweep on a schedule, in place of an earlier schedule of the sweep's name. A sweep that is due while one
     * of the schedule is under way is left out.
     *
     * @param sweep what to check
     * @param when at which times; without a jitter of its own each is put off by up to 30 seconds
     */
    public void schedule(Sweep sweep, ScheduleSpec when) {
        Schedule schedule = Schedule.newBuilder()
                .setAction(ScheduleActionStartWorkflow.newBuilder()
                        .setWorkflowType(SweepFlow.class)
                        .setArguments(SweepState.asked(sweep).toMap())
                        .setOptions(on(sweep.vendor(), id(sweep.name())).build())
                        .build())
                .setSpec(
                        when.getJitter() == null
                                ? ScheduleSpec.newBuilder(when)
                                        .setJitter(JITTER)
                                        .build()
                                : when)
                .setPolicy(SchedulePolicy.newBuilder()
                        .setOverlap(ScheduleOverlapPolicy.SCHEDULE_OVERLAP_POLICY_SKIP)
                        .build())
                .build();
        try {
            schedules()
                    .createSchedule(
                            id(sweep.name()),
                            schedule,
                            ScheduleOptions.newBuilder().build());
        } catch (ScheduleAlreadyRunningException e) {
            schedules().getHandle(id(sweep.name())).update(known -> new ScheduleUpdate(schedule));
        }
    }

    /**
     * Ends the schedule of a sweep; one that is under way goes on.
     *
     * @param name the sweep's name
     */
    public void unschedule(String name) {
        schedules().getHandle(id(name)).delete();
    }

    private static String id(String sweep) {
        return Contract.SWEEP_ID + "scheduled/" + sweep;
    }

    private ScheduleClient schedules() {
        return ScheduleClient.newInstance(
                client.getWorkflowServiceStubs(),
                ScheduleClientOptions.newBuilder()
                        .setNamespace(client.getOptions().getNamespace())
                        .setDataConverter(client.getOptions().getDataConverter())
                        .build());
    }

    @SuppressWarnings({"unchecked", "rawtypes"}) // the keys of JSON are texts
    private CompletableFuture<Map<String, Object>> result(String run) {
        CompletableFuture<Map> result = client.newUntypedWorkflowStub(run).getResultAsync(Map.class);
        return result.thenApply(map -> (Map<String, Object>) map);
    }

    private static WorkflowOptions.Builder on(String vendor, String id) {
        return WorkflowOptions.newBuilder().setTaskQueue(Contract.queue(vendor)).setWorkflowId(id);
    }

    private static String started(Runnable start, String run) {
        try {
            start.run();
        } catch (WorkflowExecutionAlreadyStarted known) {
            // That one is as good.
        }
        return run;
    }
}
