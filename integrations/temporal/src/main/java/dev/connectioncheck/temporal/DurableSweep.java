package dev.connectioncheck.temporal;

import dev.connectioncheck.temporal.Contract.CheckFlow;
import dev.connectioncheck.temporal.Contract.CheckSteps;
import dev.connectioncheck.temporal.Contract.SweepFlow;
import io.temporal.activity.ActivityOptions;
import io.temporal.api.enums.v1.WorkflowIdReusePolicy;
import io.temporal.workflow.Async;
import io.temporal.workflow.ChildWorkflowOptions;
import io.temporal.workflow.Workflow;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Checks page after page, so many at a time. It goes on as a new run, with a history of its own, once some hundred
 * checks are done. Only the engine's one thread of this workflow touches it.
 */
final class DurableSweep implements SweepFlow {
    private static final Duration LONGEST_PAGE = Duration.ofMinutes(5);

    private final CheckSteps steps = Workflow.newActivityStub(
            CheckSteps.class,
            ActivityOptions.newBuilder()
                    .setStartToCloseTimeout(LONGEST_PAGE)
                    .setHeartbeatTimeout(DurableOptions.defaults().heartbeatTimeout())
                    .setRetryOptions(Steps.RETRIES)
                    .setDisableEagerExecution(true)
                    .build());

    private SweepSummary summary = SweepSummary.of(Fields.none());
    private int underWay;
    private int begun;

    @Override
    public Map<String, Object> sweep(Map<String, Object> asked) {
        SweepState state = SweepState.of(asked);
        summary = state.summary();
        do {
            state = SweepState.of(steps.page(state.toMap()));
            check(state);
        } while (state.cursor().isPresent() && begun < state.perRun());
        Workflow.await(() -> underWay == 0);
        if (state.cursor().isPresent()) {
            Workflow.continueAsNew(state.checked(summary).toMap());
        }
        return summary.toFields().toMap();
    }

    private void check(SweepState state) {
        for (ConnectionRef ref : state.refs()) {
            Workflow.await(() -> underWay < state.atOnce());
            underWay++;
            begun++;
            CheckFlow check = Workflow.newChildWorkflowStub(CheckFlow.class, options(ref));
            Async.function(check::check, state.check(ref).toMap()).handle(this::ended);
        }
    }

    /** The same connection twice in one sweep is one check; a new sweep makes a new one. */
    private static ChildWorkflowOptions options(ConnectionRef ref) {
        return ChildWorkflowOptions.newBuilder()
                .setWorkflowId(Contract.checkId(ref, Workflow.getInfo().getFirstExecutionRunId()))
                .setWorkflowIdReusePolicy(WorkflowIdReusePolicy.WORKFLOW_ID_REUSE_POLICY_REJECT_DUPLICATE)
                .build();
    }

    private @Nullable Void ended(@Nullable Map<String, Object> verdict, @Nullable RuntimeException failure) {
        underWay--;
        summary = verdict == null ? summary.plusNotChecked() : summary.plus(StoredVerdict.of(verdict));
        return null;
    }
}
