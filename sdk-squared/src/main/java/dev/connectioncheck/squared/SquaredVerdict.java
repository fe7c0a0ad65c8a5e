package dev.connectioncheck.squared;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import dev.connectioncheck.squared.model.ConnectionCheckResult;
import dev.connectioncheck.squared.model.ConnectionStatus;
import dev.connectioncheck.squared.model.ConnectionStatusType;
import java.util.Optional;

/**
 * Reads Squared's answer. HTTP 200 says only that the check ran.
 *
 * <p>The server sends {@code connection_status}, the published page promises {@code result} (Multiwoven server code
 * v0.124.0; docs.squared.ai). Either is taken; both only if they agree.
 */
final class SquaredVerdict {
    private SquaredVerdict() {}

    static Progress read(CheckConnectionResponse response) {
        Optional<ConnectionStatusType> status = response.connectionStatus().flatMap(ConnectionStatus::status);
        Optional<ConnectionCheckResult> result = response.result();
        if (status.isEmpty() && result.isEmpty()) {
            return Progress.inconclusive("Squared answered with neither connection_status.status nor result.");
        }
        Optional<Verdict> verdict = status.map(SquaredVerdict::of);
        Optional<Verdict> published = result.map(SquaredVerdict::of);
        if (verdict.isPresent() && published.isPresent() && !verdict.equals(published)) {
            return Progress.inconclusive("Squared contradicts itself: connection_status.status is "
                    + status.orElseThrow() + ", result is " + result.orElseThrow() + ".");
        }
        return progress(verdict.or(() -> published).orElseThrow(), response);
    }

    private static Progress progress(Verdict verdict, CheckConnectionResponse response) {
        if (verdict == Verdict.INCONCLUSIVE) {
            return Progress.inconclusive("Squared answered with a status that is not known: "
                    + response.connectionStatus()
                            .flatMap(ConnectionStatus::status)
                            .map(Object::toString)
                            .or(() -> response.result().map(Object::toString))
                            .orElseThrow()
                    + ".");
        }
        Optional<String> message = response.connectionStatus()
                .flatMap(ConnectionStatus::message)
                .or(response::details)
                .map(String::strip);
        return Progress.finished(verdict, message);
    }

    private static Verdict of(ConnectionStatusType status) {
        if (status.equals(ConnectionStatusType.SUCCEEDED)) {
            return Verdict.PASSED;
        }
        return status.equals(ConnectionStatusType.FAILED) ? Verdict.FAILED : Verdict.INCONCLUSIVE;
    }

    private static Verdict of(ConnectionCheckResult result) {
        if (result.equals(ConnectionCheckResult.SUCCESS)) {
            return Verdict.PASSED;
        }
        return result.equals(ConnectionCheckResult.FAILURE) ? Verdict.FAILED : Verdict.INCONCLUSIVE;
    }
}
