package dev.connectioncheck.unstructured;

import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.model.ConnectionCheckStatus;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.Optional;

/**
 * Reads Unstructured's answers. The GET tells of the latest check, whoever started it: an older one says nothing of
 * ours, a newer one has taken its place (Platform API 3.0.2 has no way to ask for a check by its id).
 */
final class UnstructuredVerdict {
    private UnstructuredVerdict() {}

    /** Reads the answer to the start: a check of ours that runs, whatever state it is said to be in. */
    static Progress started(DagNodeConnectionCheck check) {
        Progress.Running running =
                Progress.running(check.id().toString(), check.status().value());
        return check.createdAt().map(Instant::toString).map(running::withMemo).orElse(running);
    }

    /** Reads the latest check, if there is any, in the light of ours. */
    static Progress polled(Optional<DagNodeConnectionCheck> latest, Progress.Running ours) {
        if (latest.isEmpty()) {
            return ours;
        }
        DagNodeConnectionCheck check = latest.get();
        boolean isOurs = check.id().toString().equals(ours.checkId());
        if (!isOurs && !isNewer(check, ours)) {
            return ours;
        }
        return progress(check, ours);
    }

    private static Progress progress(DagNodeConnectionCheck check, Progress.Running ours) {
        ConnectionCheckStatus status = check.status();
        if (status.equals(ConnectionCheckStatus.SUCCESS)) {
            return Progress.passed().withCheckId(check.id().toString());
        }
        if (status.equals(ConnectionCheckStatus.FAILURE)) {
            return Progress.failed(check.reason().map(String::strip))
                    .withCheckId(check.id().toString());
        }
        return ours.withStatus(status.value()).withRetryAfter(Optional.empty());
    }

    /** Without both moments, nothing says that the other check is the newer one: then it is not believed. */
    private static boolean isNewer(DagNodeConnectionCheck other, Progress.Running ours) {
        Optional<Instant> begun = ours.memo().flatMap(UnstructuredVerdict::instant);
        return begun.isPresent()
                && other.createdAt().filter(begun.get()::isBefore).isPresent();
    }

    private static Optional<Instant> instant(String memo) {
        try {
            return Optional.of(Instant.parse(memo));
        } catch (DateTimeParseException e) {
            return Optional.empty();
        }
    }
}
