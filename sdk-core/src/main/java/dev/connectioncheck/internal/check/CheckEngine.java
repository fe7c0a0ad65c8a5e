package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.RunningCheck;
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

/** Runs checks of all vendors; what the facade offers is put together here. Used by all threads; immutable. */
public final class CheckEngine {
    private final Clients clients;
    private final TimeSource time;
    private final int concurrencyPerVendor;
    private final List<CheckListener> listeners;
    private final Executor executor;
    private final PaceBook paces;
    private final CheckRunner runner;

    public CheckEngine(
            Clients clients,
            TimeSource time,
            int concurrencyPerVendor,
            List<CheckListener> listeners,
            Executor executor,
            PaceBook paces) {
        this.clients = clients;
        this.time = time;
        this.concurrencyPerVendor = concurrencyPerVendor;
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
            context.events().finished(CheckOutcome.of(decided));
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
        context.tell(events -> events.started(target));
        Duration age = token.age(time.now());
        Course course = Course.resumed(token.running(), time.nanoTime(), age, token.lastRunning(age));
        context.expect(course, token.expectation());
        return new StartedCheck(runner, context, course);
    }

    public CheckReport checkAll(List<? extends CheckTarget> targets, CheckOptions options) {
        CallerThread caller = new CallerThread();
        BulkCheck bulk = bulk(targets, options, caller);
        bulk.begin();
        return bulk.await(caller);
    }

    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets, CheckOptions options) {
        BulkCheck bulk = bulk(targets, options, executor);
        bulk.begin();
        return bulk;
    }

    private BulkCheck bulk(List<? extends CheckTarget> targets, CheckOptions options, Executor told) {
        Objects.requireNonNull(options, "options");
        runner.registry().throwIfClosed();
        targets.forEach(clients::of);
        List<BulkCheck.Item> items = targets.stream()
                .map(target -> new BulkCheck.Item(target, CheckEvents.of(target, listeners, options.listener())))
                .toList();
        BulkCheck.Starter starter = item -> runner.awaitAsync(
                context(clients.of(item.target()), item, options), Course.starting(), List.of(), told);
        return new BulkCheck(starter, items, runner.registry(), concurrencyPerVendor);
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

    private CheckContext<?> context(Clients.Entry client, BulkCheck.Item item, CheckOptions options) {
        return context(client, client.protocol(), item.target(), item.events(), options);
    }

    private <T extends CheckTarget> CheckContext<T> context(
            Clients.Entry client,
            CheckProtocol<T> protocol,
            CheckTarget target,
            CheckEvents events,
            CheckOptions options) {
        long now = time.nanoTime();
        return new CheckContext<>(
                target,
                protocol.targetType().cast(target.plain()),
                client.account(),
                protocol,
                events,
                Runnable::run,
                time,
                now,
                now + Nanos.of(options.timeout()),
                paces,
                new Secrets());
    }
}
