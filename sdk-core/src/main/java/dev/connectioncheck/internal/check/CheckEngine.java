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
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;

/** Runs checks of all vendors; what the facade offers is put together here. Used by all threads; immutable. */
public final class CheckEngine {
    /** The number of the last check of this process, which any thread may raise. */
    private static final AtomicLong NUMBERS = new AtomicLong();

    private final Clients clients;
    private final TimeSource time;
    private final List<CheckListener> listeners;
    private final Executor executor;
    private final PaceBook paces;
    private final CheckRunner runner;

    public CheckEngine(
            Clients clients, TimeSource time, List<CheckListener> listeners, Executor executor, PaceBook paces) {
        this.clients = clients;
        this.time = time;
        this.listeners = List.copyOf(listeners);
        this.executor = executor;
        this.paces = paces;
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
        CheckContext<?> context = context(client, client.protocol(), target, options);
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
        CheckContext<?> whole = context(
                        check.client(), check.client().protocol(), check.target(), check.events(), check.options())
                .heeding(heed)
                .endingBy(latest);
        return runner.beginAsync(whole, Course.starting(), users);
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
        Clients.Entry client = clients.of(target);
        return context(client, client.protocol(), target, options);
    }

    private <T extends CheckTarget> CheckContext<T> context(
            Clients.Entry client, CheckProtocol<T> protocol, CheckTarget target, CheckOptions options) {
        CheckEvents events = CheckEvents.of(target, listeners, options.listener());
        return context(client, protocol, target, events, options);
    }

    private <T extends CheckTarget> CheckContext<T> context(
            Clients.Entry client,
            CheckProtocol<T> protocol,
            CheckTarget target,
            CheckEvents events,
            CheckOptions options) {
        long now = time.nanoTime();
        T plain = protocol.targetType().cast(target.plain());
        Secrets secrets = new Secrets();
        secrets.addBody(plain);
        return new CheckContext<>(
                NUMBERS.incrementAndGet(),
                target,
                plain,
                client.account(),
                protocol,
                events,
                Runnable::run,
                time,
                now,
                now + Nanos.of(options.timeout()),
                RetryEvents.UNHEARD,
                paces,
                secrets);
    }
}
