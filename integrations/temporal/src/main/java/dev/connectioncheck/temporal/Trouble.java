package dev.connectioncheck.temporal;

import dev.connectioncheck.ConnectionCheckException;
import io.temporal.failure.ApplicationErrorCategory;
import io.temporal.failure.ApplicationFailure;
import java.time.Duration;

/** Puts trouble into the form in which it may stand in a history: a type and words without secrets, nothing else. */
final class Trouble {
    private static final StackTraceElement[] NOWHERE = {};
    private static final Duration SHORTEST = Duration.ofMillis(50);

    private Trouble() {}

    /** There is no verdict yet. */
    static ApplicationFailure pending(String status, Duration pause) {
        return waiting("Pending", "The vendor says: " + status, pause);
    }

    /** The start has to wait. */
    static ApplicationFailure putOff(String why, Duration pause) {
        return waiting("PutOff", why, pause);
    }

    /** No error: the engine neither logs nor counts it. */
    private static ApplicationFailure waiting(String type, String message, Duration pause) {
        return bare(ApplicationFailure.newBuilder()
                .setType(type)
                .setMessage(message)
                .setCategory(ApplicationErrorCategory.BENIGN)
                .setNextRetryDelay(pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause));
    }

    /** The vendor could not be asked for now. */
    static ApplicationFailure passing(ConnectionCheckException trouble, Duration pause) {
        return bare(ApplicationFailure.newBuilder()
                .setType(trouble.getClass().getSimpleName())
                .setMessage(String.valueOf(trouble.getMessage()))
                .setNextRetryDelay(pause.compareTo(SHORTEST) < 0 ? SHORTEST : pause));
    }

    /** What no retry heals. */
    static ApplicationFailure mistake(String message) {
        return bare(ApplicationFailure.newBuilder()
                .setType("Mistake")
                .setMessage(message)
                .setNonRetryable(true));
    }

    /** Somebody's code threw, whose words may hold anything: where it did is all that is told. */
    static ApplicationFailure of(Throwable thrown) {
        return bare(ApplicationFailure.newBuilder()
                .setType(thrown.getClass().getName())
                .setMessage(inWords(thrown)));
    }

    static String inWords(Throwable thrown) {
        StackTraceElement[] stack = thrown.getStackTrace();
        return thrown.getClass().getName() + " was thrown" + (stack.length == 0 ? "" : " at " + stack[0])
                + "; its message is left out, since it may hold secrets.";
    }

    private static ApplicationFailure bare(ApplicationFailure.Builder failure) {
        ApplicationFailure made = failure.build();
        made.setStackTrace(NOWHERE);
        return made;
    }
}
