package dev.connectioncheck;

import java.util.List;

/** Says that the vendor refused the request itself (400, 409, 412 or 422), and which fields it objects to. */
public final class InvalidRequestException extends ConnectionCheckException {
    private static final long serialVersionUID = 1L;

    @SuppressWarnings("serial") // List.copyOf makes a serializable list of serializable records
    private final List<Violation> violations;

    /**
     * Makes an exception out of what is known of the failure.
     *
     * @param failure where it happened and what
     * @param violations what the vendor objects to
     */
    public InvalidRequestException(Failure failure, List<Violation> violations) {
        super(failure, null);
        this.violations = List.copyOf(violations);
    }

    /**
     * Returns what the vendor objects to, read from whichever form it uses.
     *
     * @return the objections in the vendor's order; empty if it gave none that can be read
     */
    public List<Violation> violations() {
        return violations;
    }
}
