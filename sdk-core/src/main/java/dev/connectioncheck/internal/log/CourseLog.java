package dev.connectioncheck.internal.log;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.secret.Secrets;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Logs at DEBUG the course of one check, or of one call that a program executes by itself: each line is a sentence, and
 * has keys and values by which a program finds what belongs together.
 *
 * <p>Immutable, and used by all threads of its check. No line holds a secret: the vendor's words are cleaned. Nothing
 * is put into words unless DEBUG is on when a call begins, and what goes wrong with a line changes nothing for the
 * check.
 */
public final class CourseLog {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");

    /** Stands for the log of every check while DEBUG is off. */
    private static final CourseLog SILENT = new CourseLog("", null, 0, null, null, new Secrets());

    private final String vendor;
    private final @Nullable String account;
    private final long check;
    private final @Nullable CheckTarget target;
    private final @Nullable String checkId;
    private final Secrets secrets;

    private CourseLog(
            String vendor,
            @Nullable String account,
            long check,
            @Nullable CheckTarget target,
            @Nullable String checkId,
            Secrets secrets) {
        this.vendor = vendor;
        this.account = account;
        this.check = check;
        this.target = target;
        this.checkId = checkId;
        this.secrets = secrets;
    }

    /** Makes the log of a call that is part of no check. */
    public static CourseLog ofCall(String vendor, Secrets secrets) {
        return new CourseLog(vendor, null, 0, null, null, secrets);
    }

    /**
     * Makes the log of a check.
     *
     * @param check a number that no other check of this process has
     */
    public static CourseLog ofCheck(long check, CheckTarget target, @Nullable String account, Secrets secrets) {
        return LOG.isDebugEnabled() ? new CourseLog(target.vendor(), account, check, target, null, secrets) : SILENT;
    }

    /** Returns the log of the same check as the vendor knows it. */
    public CourseLog withCheckId(String id) {
        return this == SILENT ? this : new CourseLog(vendor, account, check, target, id, secrets);
    }

    public void began(Duration timeout) {
        write(line -> line.with(LogKey.TIMEOUT, timeout.toMillis()).say("begins, with a timeout of " + timeout));
    }

    public void resumed(Duration timeout) {
        write(line -> line.with(LogKey.TIMEOUT, timeout.toMillis()).say("is resumed, with a timeout of " + timeout));
    }

    public void sending(String operation, int attempt) {
        write(line -> line.of(operation, attempt).say(operation + ": sending attempt " + attempt));
    }

    public void answered(String operation, int attempt, int status, Optional<String> requestId, long nanos) {
        write(line -> line.of(operation, attempt)
                .with(LogKey.STATUS, status)
                .with(LogKey.REQUEST_ID, cleaned(requestId.orElse(null)))
                .with(LogKey.DURATION, millis(nanos))
                .say(operation + ": answered " + status + " after " + millis(nanos) + " ms"));
    }

    /** A call that is no HTTP request has no status. */
    public void returned(String operation, int attempt, long nanos) {
        write(line -> line.of(operation, attempt)
                .with(LogKey.DURATION, millis(nanos))
                .say(operation + ": answered after " + millis(nanos) + " ms"));
    }

    /** Names the failure by its class: its message may hold anything. */
    public void failed(String operation, int attempt, Throwable failure, long nanos) {
        String name = failure.getClass().getName();
        write(line -> line.of(operation, attempt)
                .with(LogKey.REASON, name)
                .with(LogKey.DURATION, millis(nanos))
                .say(operation + ": no answer after " + millis(nanos) + " ms, " + name));
    }

    public void retrying(String operation, int attempt, ConnectionCheckException why, Duration pause) {
        write(line -> line.of(operation, attempt)
                .with(LogKey.REASON, why.getMessage())
                .with(LogKey.PAUSE, pause.toMillis())
                .say(operation + ": retrying in " + pause.toMillis() + " ms, since " + why.getMessage()));
    }

    /** The vendor accepted the check, or has another word for its state. */
    public void moved(String status, int polls) {
        write(line -> line.with(LogKey.VENDOR_STATUS, cleaned(status))
                .with(LogKey.POLLS, polls)
                .say("is " + cleaned(status) + " at the vendor, after " + polls + " polls"));
    }

    public void pausing(int polls, long nanos, String why) {
        write(line -> line.with(LogKey.POLLS, polls)
                .with(LogKey.PAUSE, millis(nanos))
                .with(LogKey.REASON, why)
                .say("next poll in " + millis(nanos) + " ms, " + why));
    }

    public void ended(CheckOutcome outcome, long nanos) {
        write(line -> ended(line, outcome, millis(nanos)));
    }

    private static void ended(Line line, CheckOutcome outcome, long millis) {
        outcome.result()
                .ifPresent(result -> line.with(LogKey.CHECK_ID, result.checkId().orElse(null))
                        .with(LogKey.REQUEST_ID, result.requestId().orElse(null))
                        .with(LogKey.POLLS, result.polls()));
        String error = outcome.error().map(Throwable::getMessage).orElse(null);
        line.with(LogKey.OUTCOME, outcome.status().name())
                .with(LogKey.REASON, error)
                .with(LogKey.DURATION, millis)
                .say("ends with " + outcome.status() + " after " + millis + " ms"
                        + (error == null ? "" : ": " + error));
    }

    private void write(Consumer<Line> words) {
        if (this == SILENT || !LOG.isDebugEnabled()) {
            return;
        }
        try {
            Line line = new Line(LOG.atDebug(), subject());
            words.accept(line.with(LogKey.CHECK, check == 0 ? null : check)
                    .with(LogKey.VENDOR, vendor)
                    .with(LogKey.ACCOUNT, account)
                    .with(LogKey.TARGET, target == null ? null : target.toString())
                    .with(LogKey.CHECK_ID, cleaned(checkId)));
        } catch (RuntimeException e) {
            LOG.warn("A line could not be logged: {}.", e.getClass().getName());
        }
    }

    /** What tells its lines apart from others' where nobody shows keys and values. */
    private String subject() {
        return target == null ? vendor : "check " + check + " of " + target;
    }

    private @Nullable String cleaned(@Nullable String word) {
        return word == null ? null : secrets.cleanWord(word);
    }

    private static long millis(long nanos) {
        return Duration.ofNanos(nanos).toMillis();
    }
}
