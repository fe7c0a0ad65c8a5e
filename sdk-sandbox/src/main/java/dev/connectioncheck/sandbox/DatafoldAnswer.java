package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * Scripts what Datafold answers to one poll, where a {@link Behavior} is not enough: the job's status and its steps,
 * freely.
 *
 * <p>Immutable. Steps are sent in the order given.
 */
public final class DatafoldAnswer {
    private final String status;
    private final List<Object> steps;

    private DatafoldAnswer(String status, List<Object> steps) {
        this.status = Objects.requireNonNull(status, "status");
        this.steps = List.copyOf(steps);
    }

    /**
     * Answers with a job without steps.
     *
     * @param status of the job, sent as it stands, for example {@code processing} or {@code done}
     * @return the answer
     */
    public static DatafoldAnswer job(String status) {
        return new DatafoldAnswer(status, List.of());
    }

    /**
     * Adds a step that has no result yet: {@code "result": null}.
     *
     * @param step its name, for example {@code connection}
     * @param stepStatus its status, for example {@code processing}
     * @return the changed answer
     */
    public DatafoldAnswer step(String step, String stepStatus) {
        return with(Json.object("step", step, "status", stepStatus, "result", null));
    }

    /**
     * Adds a step that has a result.
     *
     * @param step its name, for example {@code connection}
     * @param stepStatus its status: mostly {@code done}, for failed steps too
     * @param code for example {@code OK} or {@code ERROR}
     * @param outcome for example {@code success}, {@code failed} or {@code skipped}
     * @param message the vendor's words
     * @return the changed answer
     */
    public DatafoldAnswer step(String step, String stepStatus, String code, String outcome, String message) {
        return with(Json.object(
                "step", step,
                "status", stepStatus,
                "result", Json.object("code", code, "message", message, "outcome", outcome)));
    }

    /**
     * Adds a step of any shape.
     *
     * @param json one JSON value
     * @return the changed answer
     * @throws IllegalArgumentException if it is not well formed
     */
    public DatafoldAnswer rawStep(String json) {
        JsonNode node =
                Json.read(json).orElseThrow(() -> new IllegalArgumentException("A step must be JSON, not: " + json));
        return with(node);
    }

    List<Object> steps() {
        return steps;
    }

    boolean isDone() {
        return status.equals("done");
    }

    Answer toAnswer(long job) {
        return Answer.json(200, Json.object("id", job, "status", status, "results", steps));
    }

    @Override
    public String toString() {
        return status + " " + Json.write(steps);
    }

    private DatafoldAnswer with(Object step) {
        List<Object> more = new ArrayList<>(steps);
        more.add(step);
        return new DatafoldAnswer(status, more);
    }
}
