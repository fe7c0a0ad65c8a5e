package dev.connectioncheck.reliability;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Phase;
import java.util.function.Supplier;

/**
 * One operation of a generated client, on a stand-in that is ready for it.
 *
 * @param vendor the vendor's short name
 * @param name as it is called
 * @param phase of the request
 * @param resend when the document says that it may be retried
 * @param about what the path names: 404 means then that the vendor does not know it
 * @param call describes it anew
 */
record TypedOperation(String vendor, String name, Phase phase, Resend resend, About about, Supplier<ApiCall<?>> call) {
    /** What a path names. */
    enum About {
        /** A connection or a job. */
        ONE,
        /** The account. */
        ALL
    }

    /** Whether something may have happened though no answer tells. */
    boolean changes() {
        return phase == Phase.CREATE || phase == Phase.UPDATE || phase == Phase.DELETE;
    }

    /** What operations of this kind are called together. */
    String family() {
        return switch (phase) {
            case LIST, TYPES -> "lists";
            case READ, POLL -> "reads, polls";
            case START -> "checks";
            case CREATE -> "creates";
            case UPDATE -> "updates";
            case DELETE -> "deletes";
            case QUERY -> "querySource";
        };
    }

    /** Whether the deadline alone bounds an attempt. */
    boolean isLong() {
        return vendor.equals("squared") && (phase == Phase.START || phase == Phase.QUERY);
    }

    @Override
    public String toString() {
        return vendor + "." + name;
    }
}
