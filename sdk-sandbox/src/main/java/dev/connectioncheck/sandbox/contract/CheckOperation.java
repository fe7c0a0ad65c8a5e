package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.Phase;
import java.util.regex.Pattern;

/**
 * Describes one operation of a check. Immutable.
 *
 * @param name as messages name it, such as {@code testDataSource}
 * @param phase its part in the check
 * @param method its HTTP method
 * @param path a regular expression for the whole path
 * @param resend when it may be retried
 * @param longRunning whether the deadline alone bounds an attempt
 * @param aboutTarget whether its path names the target, so that 404 means that the vendor does not know it
 */
public record CheckOperation(
        String name,
        Phase phase,
        String method,
        Pattern path,
        Resend resend,
        boolean longRunning,
        boolean aboutTarget) {
    /** How often a request is sent at most as part of a call. */
    private static final int SENDS_OF_A_CALL = 3;

    /** How often a poll is sent at most before it counts as failed. */
    private static final int SENDS_OF_A_POLL = 6;

    int mostSends() {
        return phase == Phase.POLL ? SENDS_OF_A_POLL : SENDS_OF_A_CALL;
    }

    boolean matches(String sentMethod, String sentPath) {
        return method.equals(sentMethod) && path.matcher(sentPath).matches();
    }

    @Override
    public String toString() {
        return name;
    }
}
