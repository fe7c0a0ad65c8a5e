package dev.connectioncheck.spring;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.config.NamedConnection;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Checks the named connections of the application, and keeps what their last checks brought. A bean; safe for use by
 * several threads.
 *
 * <p>An entry with {@code all: true} stands for connections whose names are not known, and is none of these. While a
 * connection is being checked, whoever asks for another check of it gets the outcome of this one. Results are kept in
 * memory: each instance of a service checks for itself.
 */
public final class ConnectionMonitor {
    private final ConnectionChecker checker;
    private final Duration maxAge;
    private final Consumer<ConnectionVerdictChanged> changes;
    private final Map<String, MonitoredConnection> connections = new LinkedHashMap<>();

    ConnectionMonitor(
            ConnectionChecker checker,
            Collection<NamedConnection> connections,
            Duration maxAge,
            TimeSource time,
            Consumer<ConnectionVerdictChanged> changes) {
        this.checker = checker;
        this.maxAge = maxAge;
        this.changes = changes;
        connections.stream()
                .filter(connection -> connection.target().isPresent())
                .forEach(each -> this.connections.put(each.name(), new MonitoredConnection(each, time)));
    }

    /**
     * Returns the connections.
     *
     * @return their names, in the order of the configuration; unmodifiable
     */
    public List<String> names() {
        return List.copyOf(connections.keySet());
    }

    /**
     * Tells what is checked.
     *
     * @param name a connection's name
     * @return the target; empty if there is no connection of that name
     */
    public Optional<CheckTarget> target(String name) {
        return find(name).map(MonitoredConnection::target);
    }

    /**
     * Tells what the last check of a connection brought, whatever its age.
     *
     * @param name a connection's name
     * @return the last check; empty if none has ended, or there is no connection of that name
     */
    public Optional<LastCheck> last(String name) {
        return find(name).flatMap(MonitoredConnection::last);
    }

    /**
     * Tells whether a connection works, as far as that is known.
     *
     * @param name a connection's name
     * @return the verdict of the last check; empty if it brought none, is older than
     *     {@code connectioncheck.watch.max-age}, or has not ended
     */
    public Optional<Verdict> verdict(String name) {
        return last(name).filter(check -> check.age().compareTo(maxAge) <= 0).flatMap(LastCheck::verdict);
    }

    /**
     * Checks a connection, unless a check of it is under way, and keeps what that brings.
     *
     * @param name a connection's name
     * @return a future of the outcome, which may be an error; cancelling it leaves the check to others
     * @throws IllegalArgumentException if there is no connection of that name, or the checker has no client for it
     * @throws IllegalStateException if the checker is closed
     */
    public CompletableFuture<CheckOutcome> check(String name) {
        MonitoredConnection connection = find(name)
                .orElseThrow(() -> new IllegalArgumentException(
                        "There is no connection named " + name + "; there are " + names() + "."));
        CompletableFuture<CheckOutcome> mine = new CompletableFuture<>();
        CompletableFuture<CheckOutcome> check = connection.underWayOr(mine);
        if (check == mine) {
            begin(connection, mine);
        }
        return check.copy();
    }

    private Optional<MonitoredConnection> find(String name) {
        return Optional.ofNullable(connections.get(name));
    }

    private void begin(MonitoredConnection connection, CompletableFuture<CheckOutcome> mine) {
        try {
            CompletableFuture<CheckResult> unused =
                    checkAsync(connection).whenComplete((result, error) -> end(connection, mine, result, error));
        } catch (RuntimeException e) {
            giveUp(connection, mine, e);
            throw e;
        }
    }

    private void end(
            MonitoredConnection connection,
            CompletableFuture<CheckOutcome> mine,
            @Nullable CheckResult result,
            @Nullable Throwable error) {
        if (result != null) {
            end(connection, mine, CheckOutcome.of(result));
        } else if (error != null && cause(error) instanceof ConnectionCheckException why) {
            end(connection, mine, CheckOutcome.of(connection.target(), why));
        } else {
            giveUp(connection, mine, error);
        }
    }

    private CompletableFuture<CheckResult> checkAsync(MonitoredConnection connection) {
        return connection.connection().timeout().isPresent()
                ? checker.checkAsync(
                        connection.target(), connection.connection().options())
                : checker.checkAsync(connection.target());
    }

    private static Throwable cause(Throwable error) {
        Throwable cause = error.getCause();
        return error instanceof CompletionException && cause != null ? cause : error;
    }

    /**
     * Checks all connections that are not being checked, as many at a time as their accounts bear.
     *
     * @return ends after the last one; cancelling it ends all of them
     */
    CompletableFuture<?> checkAll() {
        Map<String, CompletableFuture<CheckOutcome>> mine = new LinkedHashMap<>();
        connections.forEach((name, connection) -> {
            CompletableFuture<CheckOutcome> check = new CompletableFuture<>();
            if (connection.underWayOr(check) == check) {
                mine.put(name, check);
            }
        });
        try {
            return checkEach(mine).whenComplete((done, error) -> giveUp(mine, error));
        } catch (RuntimeException e) {
            giveUp(mine, e);
            throw e;
        }
    }

    private CompletableFuture<@Nullable Void> checkEach(Map<String, CompletableFuture<CheckOutcome>> mine) {
        List<CheckTarget> targets =
                mine.keySet().stream().map(name -> connected(name).target()).toList();
        BulkOptions options = BulkOptions.builder()
                .timeouts(target -> connected(nameOf(target)).connection().timeout())
                .build();
        return checker.checkEachAsync(targets, options, outcome -> {
            String name = nameOf(outcome.target());
            Optional.ofNullable(mine.get(name)).ifPresent(check -> end(connected(name), check, outcome));
        });
    }

    private static String nameOf(CheckTarget target) {
        return target.name().orElseThrow();
    }

    private MonitoredConnection connected(String name) {
        return find(name).orElseThrow();
    }

    /** Keeps an outcome and tells of it; that of a check that somebody cancelled says nothing about the connection. */
    private void end(MonitoredConnection connection, CompletableFuture<CheckOutcome> check, CheckOutcome outcome) {
        boolean isCancelled = outcome.error()
                .filter(CheckCancelledException.class::isInstance)
                .isPresent();
        Optional<ConnectionVerdictChanged> change = isCancelled ? Optional.empty() : connection.keep(outcome);
        connection.giveUp(check);
        check.complete(outcome);
        change.ifPresent(changes);
    }

    private void giveUp(Map<String, CompletableFuture<CheckOutcome>> checks, @Nullable Throwable error) {
        checks.forEach((name, check) -> giveUp(connected(name), check, error));
    }

    private static void giveUp(
            MonitoredConnection connection, CompletableFuture<CheckOutcome> check, @Nullable Throwable error) {
        connection.giveUp(check);
        check.completeExceptionally(
                error == null ? new IllegalStateException("The check ended without an outcome.") : cause(error));
    }
}
