package dev.connectioncheck.datafold;

import dev.connectioncheck.CheckStep;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.model.AsyncDataSourceTestResults;
import dev.connectioncheck.datafold.model.JobStatus;
import dev.connectioncheck.datafold.model.LastTest;
import dev.connectioncheck.datafold.model.TestResultStep;
import dev.connectioncheck.spi.Progress;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/** Reads a Datafold job. That it is {@code done} says that it ended, not that the connection works: its steps do. */
final class DatafoldVerdict {
    private static final Set<JobStatus> WITHOUT_PROSPECT =
            Set.of(JobStatus.FAILED, JobStatus.CANCELLED, JobStatus.NEEDS_CONFIRMATION, JobStatus.NEEDS_AUTHENTICATION);

    private final JobStatus status;
    private final List<DatafoldStep> steps;
    private final List<DatafoldStep> deciding;

    private DatafoldVerdict(JobStatus status, List<TestResultStep> results) {
        this.status = status;
        this.steps = results.stream().map(DatafoldStep::of).toList();
        this.deciding = steps.stream().filter(DatafoldStep::decides).toList();
    }

    static Progress read(AsyncDataSourceTestResults job, String jobId) {
        if (!jobId.equals(Long.toString(job.id()))) {
            return Progress.inconclusive(
                    "Datafold gives no verdict: it was asked for job " + jobId + " and told of job " + job.id() + ".");
        }
        DatafoldVerdict verdict = new DatafoldVerdict(job.status(), job.results());
        return verdict.verdict()
                .<Progress>map(end -> end.withSteps(verdict.checkSteps()))
                .orElseGet(() -> Progress.running(jobId, verdict.status.value()));
    }

    /**
     * Reads the test that a list shows; empty if it has no date or no result, so that nobody knows what it is worth.
     */
    static Optional<RecordedVerdict> recorded(LastTest test) {
        if (test.testedAt().isEmpty() || test.results().isEmpty()) {
            return Optional.empty();
        }
        Instant at = test.testedAt().get();
        return new DatafoldVerdict(JobStatus.DONE, test.results())
                .verdict()
                .map(end -> RecordedVerdict.of(end.verdict(), end.message(), at));
    }

    /** The end of the check; empty as long as there is something to wait for. */
    private Optional<Progress.Finished> verdict() {
        Optional<DatafoldStep> failed = first(DatafoldStep::isFailed);
        if (failed.isPresent()) {
            return Optional.of(Progress.failed(failed.get().message().or(() -> Optional.of(named(failed.get())))));
        }
        if (saysAll()) {
            return Optional.of(passed());
        }
        Optional<DatafoldStep> deadEnd = first(DatafoldStep::isDeadEnd);
        if (deadEnd.isPresent()) {
            return inconclusive(named(deadEnd.get()) + " without a result that can be read");
        }
        if (WITHOUT_PROSPECT.contains(status)) {
            return inconclusive("the job is " + status + ", and no step says whether the connection works");
        }
        return status.equals(JobStatus.DONE) ? Optional.of(ofDoneJob()) : Optional.empty();
    }

    /** Tells whether each deciding step passed or was skipped; the connection itself has to have passed. */
    private boolean saysAll() {
        return connectionPassed()
                && deciding.stream().allMatch(DatafoldStep::isPassedOrSkipped)
                && deciding.stream().map(DatafoldStep::name).distinct().count() == DatafoldStep.decidingSteps();
    }

    /** Decides by the steps that there are, now that no more will come. */
    private Progress.Finished ofDoneJob() {
        if (connectionPassed() && deciding.stream().allMatch(DatafoldStep::isPassedOrSkipped)) {
            return passed();
        }
        String told = steps.isEmpty()
                ? "has no steps"
                : steps.stream().map(DatafoldVerdict::named).collect(Collectors.joining(", ", "has only: ", ""));
        return inconclusive("the job is done, but " + told).orElseThrow();
    }

    private boolean connectionPassed() {
        return deciding.stream().anyMatch(step -> step.isConnection() && step.isPassed());
    }

    /** A step that the SDK does not know and that went badly may be about anything: then nothing is called working. */
    private Progress.Finished passed() {
        Optional<DatafoldStep> doubt =
                steps.stream().filter(step -> step.isUnknown() && step.isBad()).findFirst();
        if (doubt.isPresent()) {
            return inconclusive("the SDK does not know what it means that " + named(doubt.get()))
                    .orElseThrow();
        }
        Optional<String> message = first(DatafoldStep::isConnection).flatMap(DatafoldStep::message);
        return Progress.finished(Verdict.PASSED, message);
    }

    private static Optional<Progress.Finished> inconclusive(String why) {
        return Optional.of(Progress.inconclusive("Datafold gives no verdict: " + why + "."));
    }

    private static String named(DatafoldStep step) {
        return "step " + step.name() + " is " + step.status()
                + step.message().map(text -> " (" + text + ")").orElse("");
    }

    private Optional<DatafoldStep> first(Predicate<DatafoldStep> condition) {
        return deciding.stream().filter(condition).findFirst();
    }

    private List<CheckStep> checkSteps() {
        return steps.stream().map(DatafoldStep::toCheckStep).toList();
    }
}
