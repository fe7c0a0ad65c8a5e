package dev.connectioncheck.sandbox;

import java.util.Objects;
import java.util.Optional;

/**
 * Scripts what Unstructured answers to one poll, where a {@link Behavior} is not enough: unknown statuses, a check
 * other than the one started, a verdict that changes.
 *
 * <p>Immutable.
 */
public final class UnstructuredAnswer {
    private final Check check;
    private final String status;
    private final Optional<String> reason;

    private UnstructuredAnswer(Check check, String status, Optional<String> reason) {
        this.check = check;
        this.status = Objects.requireNonNull(status, "status");
        this.reason = reason;
    }

    /**
     * Answers about the check that was started last.
     *
     * @param status sent as it stands, for example {@code SCHEDULED}, {@code SUCCESS}, {@code FAILURE}
     * @return the answer, with a null reason
     */
    public static UnstructuredAnswer ours(String status) {
        return new UnstructuredAnswer(Check.OURS, status, Optional.empty());
    }

    /**
     * Answers about a check from an hour before, which has another id.
     *
     * @param status sent as it stands
     * @return the answer, with a null reason
     */
    public static UnstructuredAnswer older(String status) {
        return new UnstructuredAnswer(Check.OLDER, status, Optional.empty());
    }

    /**
     * Answers about a check that somebody else started a minute after ours, and which has another id.
     *
     * @param status sent as it stands
     * @return the answer, with a null reason
     */
    public static UnstructuredAnswer newer(String status) {
        return new UnstructuredAnswer(Check.NEWER, status, Optional.empty());
    }

    /**
     * Gives a reason.
     *
     * @param text the vendor's words
     * @return the changed answer
     */
    public UnstructuredAnswer reason(String text) {
        return new UnstructuredAnswer(check, status, Optional.of(text));
    }

    Check check() {
        return check;
    }

    String status() {
        return status;
    }

    Optional<String> reason() {
        return reason;
    }

    @Override
    public String toString() {
        return check + " " + status + reason.map(text -> " \"" + text + "\"").orElse("");
    }

    enum Check {
        OURS,
        OLDER,
        NEWER
    }
}
