package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.internal.call.RetryEvents;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import java.util.stream.Collectors;

/** Runs checks of all vendors; what the facade offers is put together here. Used by all threads; immutable. */
public final class CheckEngine {
    /** The number of the last check of this process, which any thread may raise. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Clients clients;
    private final TimeSource time;
    private final List<CheckListener> listeners;
    private final Executor executor;
    private final Map<Clients.Entry, Asked<?>> asked;
    private final CheckRunner runner;

    public CheckEngine(
            Clients clients, TimeSource time, List<CheckListener> listeners, Executor executor, PaceBook paces) {
        this.clients = clients;
        this.time = time;
        this.listeners = List.copyOf(listeners);
        this.executor = executor;
        this.asked = clients.all().stream()
                .collect(Collectors.toUnmodifiableMap(
                        client -> client, client -> Asked.of(client.account(), client.protocol(), time, paces)));
        this.runner = new CheckRunner(executor);
    }

    public CheckResult check(CheckTarget target, CheckOptions options) {
        return runner.await(context(target, options), Course.starting(), List.of());
    }

    public CompletableFuture<CheckResult> checkAsync(CheckTarget target, CheckOptions options) {
        return runner.awaitAsync(context(target, options), Course.starting(), List.of());
    }

    public RunningCheck start(CheckTarget target, CheckOptions options) {
        CheckContext<?> context = context(target, options);
        Course course = Course.starting();
        runner.drive(context, new StartMachine(context, course), List.of());
        CheckResult decided = course.result();
        if (decided != null) {
            context.finished(CheckOutcome.of(decided));
        }
        return new StartedCheck(runner, context, course);
    }

    public RunningCheck resume(String text, CheckOptions options) {
        Objects.requireNonNull(options, "options");
        runner.registry().throwIfClosed();
        ResumeToken token = ResumeToken.parse(text);
        return resume(clients.of(token.vendor(), Optional.ofNullable(token.account())), token, options);
    }

    private RunningCheck resume(Clients.Entry client, ResumeToken token, CheckOptions options) {
        CheckTarget plain = token.targetOf(client.protocol());
        CheckTarget target = token.account() == null ? plain : plain.at(token.account());
        CheckContext<?> context = context(client, target, options);
        context.log().withCheckId(token.running().checkId()).resumed(context.timeout());
        context.tell(events -> events.started(target));
        Duration age = token.age(time.now());
        Course course = Course.resumed(token.running(), time.nanoTime(), age, token.lastRunning(age));
        context.expect(course, token.expectation());
        return new StartedCheck(runner, context, course);
    }

    /**
     * Prepares a check whose turn comes later; its listeners are asked now, on the calling thread.
     *
     * @throws IllegalArgumentException if this checker can't check the target
     */
    public PreparedCheck prepare(CheckTarget target, CheckOptions options) {
        Clients.Entry client = clients.of(target);
        return new PreparedCheck(
                this::begin, client, target, options, CheckEvents.of(target, listeners, options.listener()));
    }

    /** Asks the listeners for one that hears of nothing but the end of a check that is not made. */
    public Consumer<CheckOutcome> endOfSkipped(CheckTarget target, CheckOptions options) {
        return CheckEvents.of(target, listeners, options.listener())::finished;
    }

    /** Begins a prepared check, which ends by the latest moment whatever its own options allow. */
    private AsyncRun<CheckResult> begin(PreparedCheck check, Executor users, long latest, RetryEvents heed) {
        CheckEvents turn = check.events().ofTurn(heed);
        CheckContext<?> context = context(asked(check.client()), check.target(), turn, check.options());
        return runner.awaitAsync(context.endingBy(latest), Course.starting(), List.of(), users);
    }

    /** What is under way in this checker; closing it ends everything. */
    public Registry registry() {
        return runner.registry();
    }

    public Clients clients() {
        return clients;
    }

    public TimeSource time() {
        return time;
    }

    /** Where futures complete and asynchronous checks tell of their course. */
    public Executor executor() {
        return executor;
    }

    public void close() {
        runner.registry().close();
    }

    private CheckContext<?> context(CheckTarget target, CheckOptions options) {
        Objects.requireNonNull(options, "options");
        runner.registry().throwIfClosed();
        return context(clients.of(target), target, options);
    }

    private CheckContext<?> context(Clients.Entry client, CheckTarget target, CheckOptions options) {
        CheckEvents events = CheckEvents.of(target, listeners, options.listener());
        return context(asked(client), target, events, options);
    }

    private Asked<?> asked(Clients.Entry client) {
        return Objects.requireNonNull(asked.get(client), "the client is of another checker");
    }

    private <T extends CheckTarget> CheckContext<T> context(
            Asked<T> whom, CheckTarget target, CheckEvents events, CheckOptions options) {
        long now = time.nanoTime();
        Secrets secrets = new Secrets();
        secrets.addBody(whom.plain(target));
        return new CheckContext<>(
                NUMBERS.incrementAndGet(),
                target,
                whom,
                events,
                Runnable::run,
                now,
                now + Nanos.of(options.timeout()),
                secrets);
    }
}
