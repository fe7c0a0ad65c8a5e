package dev.connectioncheck.datafold;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.datafold.model.ConfigurationCheckStep;
import dev.connectioncheck.datafold.model.JobStatus;
import dev.connectioncheck.datafold.model.TestResultStep;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * One step of a job, with what it means.
 *
 * <p>Three things are told of a step, and only the last says whether the check passed: whether the job ran, whether the
 * step ran, and {@code result.code} with {@code result.outcome}. A step that could not run ({@code failed} without a
 * fault of its own) says nothing of the connection. A step that found a fault is {@code done} with {@code ERROR}; one
 * that was left out is {@code done} with {@code OK} and {@code skipped} (answers recorded in datafold/data-diff @
 * b4e2d4b).
 */
record DatafoldStep(ConfigurationCheckStep name, JobStatus status, StepOutcome outcome, Optional<String> message) {
    private static final Set<ConfigurationCheckStep> DECIDING = Set.of(
            ConfigurationCheckStep.CONNECTION,
            ConfigurationCheckStep.TEMP_SCHEMA,
            ConfigurationCheckStep.SCHEMA_DOWNLOAD);

    private static final Set<JobStatus> ENDED = Set.of(
            JobStatus.DONE,
            JobStatus.FAILED,
            JobStatus.CANCELLED,
            JobStatus.NEEDS_CONFIRMATION,
            JobStatus.NEEDS_AUTHENTICATION);

    static int decidingSteps() {
        return DECIDING.size();
    }

    static DatafoldStep of(TestResultStep step) {
        Map<?, ?> result =
                step.result().filter(Map.class::isInstance).map(Map.class::cast).orElse(Map.of());
        StepOutcome outcome = outcome(word(text(result, "code")), word(text(result, "outcome")));
        Optional<String> message = text(result, "message").map(String::strip).filter(words -> !words.isEmpty());
        return new DatafoldStep(step.step(), step.status(), outcome, message);
    }

    private static StepOutcome outcome(String code, String outcome) {
        if (code.equals("error") || outcome.equals("failed")) {
            return StepOutcome.FAILED;
        }
        return switch (code + "/" + outcome) {
            case "ok/success", "ok/", "/success" -> StepOutcome.PASSED;
            case "ok/skipped", "skip/skipped", "skip/", "/skipped" -> StepOutcome.SKIPPED;
            default -> StepOutcome.UNKNOWN;
        };
    }

    private static String word(Optional<String> text) {
        return text.map(String::strip).orElse("").toLowerCase(Locale.ROOT);
    }

    private static Optional<String> text(Map<?, ?> result, String field) {
        return Optional.ofNullable(result.get(field))
                .filter(String.class::isInstance)
                .map(String.class::cast);
    }

    /** Tells whether the verdict hangs on this step. */
    boolean decides() {
        return DECIDING.contains(name);
    }

    /** Tells whether the step is none that the SDK knows, so that nobody can say how much hangs on it. */
    boolean isUnknown() {
        return !decides() && !name.equals(ConfigurationCheckStep.LINEAGE_DOWNLOAD);
    }

    /** Tells whether the step said that it found a fault, or could not even run. */
    boolean isBad() {
        return isFailed() || status.equals(JobStatus.FAILED);
    }

    boolean isConnection() {
        return name.equals(ConfigurationCheckStep.CONNECTION);
    }

    boolean isFailed() {
        return outcome == StepOutcome.FAILED;
    }

    boolean isPassed() {
        return status.equals(JobStatus.DONE) && outcome == StepOutcome.PASSED;
    }

    boolean isPassedOrSkipped() {
        return status.equals(JobStatus.DONE) && (outcome == StepOutcome.PASSED || outcome == StepOutcome.SKIPPED);
    }

    /** Tells whether the step has ended, or waits for a human, without saying how it went. */
    boolean isDeadEnd() {
        return ENDED.contains(status) && !isFailed() && !isPassedOrSkipped();
    }

    CheckStep toCheckStep() {
        boolean told = isFailed() || isPassedOrSkipped();
        return CheckStep.of(name.value(), told ? outcome : StepOutcome.UNKNOWN, message);
    }
}
