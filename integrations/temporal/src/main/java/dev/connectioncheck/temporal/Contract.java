package dev.connectioncheck.temporal;

import io.temporal.activity.ActivityInterface;
import io.temporal.activity.ActivityMethod;
import io.temporal.workflow.WorkflowInterface;
import io.temporal.workflow.WorkflowMethod;
import java.util.Map;

/**
 * What stands in histories, and so stays as it is: names of workflows, activities and queues. Arguments and results are
 * maps of texts, lists and maps, which every data converter writes and reads, in this release and in later ones.
 */
final class Contract {
    static final String SWEEP_ID = "connection-sweep/";
    private static final String QUEUE = "connection-check.";
    private static final String CHECK_ID = "connection-check/";

    private Contract() {}

    /** The task queue of a vendor, whose rate is the vendor's. */
    static String queue(String vendor) {
        return QUEUE + vendor;
    }

    /** The same for the same connection and key: the engine makes no second one. */
    static String checkId(ConnectionRef ref, String key) {
        return CHECK_ID + ref + "/" + key;
    }

    /** One check, from its start to its verdict. Temporal wants its interfaces public. */
    @WorkflowInterface
    public interface CheckFlow {
        @WorkflowMethod(name = "ConnectionCheck")
        Map<String, Object> check(Map<String, Object> state);
    }

    /** Many checks, some at a time. */
    @WorkflowInterface
    public interface SweepFlow {
        @WorkflowMethod(name = "ConnectionSweep")
        Map<String, Object> sweep(Map<String, Object> state);
    }

    /** The steps of a check; each takes where the check stands, and returns where it stands then. */
    @ActivityInterface
    public interface CheckSteps {
        /** Attempted once, whatever happens. */
        @ActivityMethod(name = "ConnectionCheckStart")
        Map<String, Object> start(Map<String, Object> state);

        /** Attempted until there is an end. */
        @ActivityMethod(name = "ConnectionCheckPoll")
        Map<String, Object> poll(Map<String, Object> state);

        /** Attempted until it is recorded. */
        @ActivityMethod(name = "ConnectionCheckRecord")
        Map<String, Object> record(Map<String, Object> state);

        @ActivityMethod(name = "ConnectionSweepPage")
        Map<String, Object> page(Map<String, Object> state);
    }
}
