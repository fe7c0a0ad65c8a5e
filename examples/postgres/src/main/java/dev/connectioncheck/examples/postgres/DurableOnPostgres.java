package dev.connectioncheck.examples.postgres;

import com.github.kagkarlsson.scheduler.Scheduler;
import com.github.kagkarlsson.scheduler.SchedulerName;
import com.github.kagkarlsson.scheduler.task.CompletionHandler;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteRemove;
import com.github.kagkarlsson.scheduler.task.CompletionHandler.OnCompleteReschedule;
import com.github.kagkarlsson.scheduler.task.FailureHandler.OnFailureRetryLater;
import com.github.kagkarlsson.scheduler.task.helper.CustomTask;
import com.github.kagkarlsson.scheduler.task.helper.Tasks;
import com.github.kagkarlsson.scheduler.task.schedule.FixedDelay;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.examples.postgres.CheckTable.Row;
import dev.connectioncheck.examples.postgres.CheckTable.State;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.Function;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Runs checks that outlive the process, with nothing but PostgreSQL: db-scheduler has one task for each check, whose
 * executions are short, and a row of the user's own table says how far the check has come.
 *
 * <p>Any number of processes may do so on one database. A check is started at most once: if a worker dies after the
 * start may have been sent and before its answer is written, the check ends as {@code START_UNKNOWN} and is reported.
 * Thread-safe.
 */
public final class DurableOnPostgres implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(DurableOnPostgres.class);
    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(5);
    private static final Duration LONGEST_CHECK = Duration.ofHours(1);
    private static final CheckOptions ONE_POLL =
            CheckOptions.builder().timeout(Duration.ofSeconds(30)).build();

    private final String worker = ProcessHandle.current().pid() + "-" + UUID.randomUUID();
    private final CheckTable checks;
    private final ConnectionChecker checker;
    private final Function<String, CheckTarget> connections;
    private final CustomTask<Void> task;
    private final Scheduler scheduler;

    /**
     * Makes a worker, which does nothing before {@link #start}.
     *
     * @param database has the tables of {@code schema.sql}; not closed by this
     * @param checker asks the vendors; not closed by this
     * @param connections finds a connection by the user's name for it, with its settings and secrets, which are never
     *     stored here
     * @param heartbeat how often a worker says that it lives; one that has not for four times this counts as dead. The
     *     clocks of the machines must agree better than that
     */
    public DurableOnPostgres(
            DataSource database,
            ConnectionChecker checker,
            Function<String, CheckTarget> connections,
            Duration heartbeat) {
        this.checks = new CheckTable(database);
        this.checker = checker;
        this.connections = connections;
        this.task = Tasks.custom("connection-check", Void.class)
                .onFailure(new OnFailureRetryLater<>(AFTER_TROUBLE))
                .execute((check, context) -> step(check.getId()));
        this.scheduler = Scheduler.create(database, task)
                .schedulerName(new SchedulerName.Fixed(worker))
                .threads(5)
                .pollUsingLockAndFetch(0.5, 1.0)
                .pollingInterval(Duration.ofMillis(250))
                .heartbeatInterval(heartbeat)
                .missedHeartbeatsLimit(4)
                .build();
    }

    /** Begins to work on checks, whoever asked for them. */
    public void start() {
        scheduler.start();
    }

    /**
     * Asks for a check, which this worker or another will run; it need not have been started.
     *
     * @param id the caller's own key: asking again with the same one changes nothing
     * @param connection the user's name for the connection
     */
    public void request(String id, String connection) {
        checks.add(id, connection);
        scheduler.scheduleIfNotExists(task.instance(id), Instant.now());
    }

    // tag::step[]
    /** Does what is next for a check, and says when to come back; db-scheduler lets one worker at a time do it. */
    private CompletionHandler<Void> step(String id) {
        Row check = checks.find(id);
        return switch (check.state()) {
            case NEW -> start(id, check, connections.apply(check.connection()));
            case STARTING -> unknown(id, "The worker was lost before it could record the answer to the start.");
            case RUNNING -> poll(id, check);
            case DECIDED, ERROR, START_UNKNOWN -> new OnCompleteRemove<>();
        };
    }

    private CompletionHandler<Void> start(String id, Row check, CheckTarget target) {
        if (!checks.claim(id, worker)) {
            return again(Duration.ZERO);
        }
        try {
            RunningCheck running = checker.start(target);
            if (running.token().isEmpty()) {
                return decided(id, running.await()); // answered inline: the verdict is there
            }
            checks.accepted(id, worker, running.token().get());
            return again(Duration.ZERO);
        } catch (IllegalArgumentException refusal) {
            return ended(id, State.ERROR, refusal.getMessage());
        } catch (ConnectionCheckException trouble) {
            return notStarted(id, check, trouble);
        }
    }

    private CompletionHandler<Void> notStarted(String id, Row check, ConnectionCheckException trouble) {
        if (trouble.token().isPresent()) { // the vendor has accepted it all the same
            checks.accepted(id, worker, trouble.token().get());
            return again(Duration.ZERO);
        }
        if (!trouble.wasNotProcessed()) {
            return unknown(id, trouble.getMessage());
        }
        if (isLate(check) || !trouble.retryable()) {
            return ended(id, State.ERROR, trouble.getMessage());
        }
        checks.release(id, worker);
        return again(
                trouble instanceof RateLimitedException limited
                        ? limited.retryAfter().orElse(AFTER_TROUBLE)
                        : AFTER_TROUBLE);
    }

    private CompletionHandler<Void> poll(String id, Row check) {
        boolean late = isLate(check);
        try {
            PollOutcome outcome =
                    checker.resume(check.token().orElseThrow(), ONE_POLL).poll();
            if (outcome instanceof PollOutcome.Decided now) {
                return decided(id, now.result());
            }
            PollOutcome.Pending pending = (PollOutcome.Pending) outcome;
            checks.polled(id, pending.token());
            return late ? ended(id, State.ERROR, "There was no verdict in time.") : again(pending.pause());
        } catch (ConnectionCheckException trouble) {
            return late || !trouble.retryable() ? ended(id, State.ERROR, trouble.getMessage()) : again(AFTER_TROUBLE);
        }
    }

    /** Whoever sent the start does not know what came of it, or is dead. It is reported, and never sent again. */
    private CompletionHandler<Void> unknown(String id, @Nullable String why) {
        LOG.warn("Check {} may have been started; look at the vendor, or ask for another. {}", id, why);
        return ended(id, State.START_UNKNOWN, why);
    }
    // end::step[]

    private static boolean isLate(Row check) {
        return check.age().compareTo(LONGEST_CHECK) > 0;
    }

    private CompletionHandler<Void> decided(String id, CheckResult result) {
        checks.finish(
                id, State.DECIDED, result.verdict().name(), result.message().orElse(null));
        return new OnCompleteRemove<>();
    }

    private CompletionHandler<Void> ended(String id, State state, @Nullable String why) {
        checks.finish(id, state, null, why);
        return new OnCompleteRemove<>();
    }

    private static CompletionHandler<Void> again(Duration pause) {
        return new OnCompleteReschedule<>(FixedDelay.of(pause));
    }

    /** Takes no more work, and waits for the steps that it is in: a poll takes half a minute at most. */
    @Override
    public void close() {
        scheduler.stop();
    }
}
