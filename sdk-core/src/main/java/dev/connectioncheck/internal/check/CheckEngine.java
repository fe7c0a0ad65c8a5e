package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.drive.BlockingRun;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.time.TimeSource;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;

/** Runs checks of all vendors; what the facade offers is put together here. */
public final class CheckEngine {
    private final Protocols protocols;
    private final TimeSource time;
    private final int concurrencyPerVendor;
    private final Registry registry = new Registry();

    public CheckEngine(List<CheckProtocol<?>> protocols, TimeSource time, int concurrencyPerVendor) {
        this.protocols = new Protocols(protocols);
        this.time = time;
        this.concurrencyPerVendor = concurrencyPerVendor;
    }

    public CheckResult check(CheckTarget target, CheckOptions options) {
        CheckContext<?> context = context(target, options);
        return await(context, CheckMachine.starting(context));
    }

    public CompletableFuture<CheckResult> checkAsync(CheckTarget target, CheckOptions options) {
        CheckContext<?> context = context(target, options);
        return checkAsync(context, CheckMachine.starting(context));
    }

    CompletableFuture<CheckResult> checkAsync(CheckContext<?> context, CheckMachine<?> machine) {
        registry.throwIfClosed();
        return CheckRun.begin(context, machine, registry);
    }

    public StartedCheck start(CheckTarget target, CheckOptions options) {
        return start(context(target, options));
    }

    private <T extends CheckTarget> StartedCheck start(CheckContext<T> context) {
        CallMachine<Progress> call = context.startCall();
        context.listener().started(context.target());
        Progress progress = drive(context, call);
        return StartedCheck.of(this, context, progress);
    }

    public StartedCheck resume(String text, CheckOptions options) {
        Objects.requireNonNull(options, "options");
        registry.throwIfClosed();
        ResumeToken token = ResumeToken.parse(text);
        return resume(protocols.ofVendor(token.vendor()), token, options);
    }

    private <T extends CheckTarget> StartedCheck resume(
            CheckProtocol<T> protocol, ResumeToken token, CheckOptions options) {
        T target = token.targetOf(protocol);
        CheckContext<T> context = CheckContext.begin(target, protocol, options, time);
        context.listener().started(target);
        return StartedCheck.resumed(this, context, token.running());
    }

    public CheckReport checkAll(List<? extends CheckTarget> targets, CheckOptions options) {
        BulkCheck bulk = bulk(targets, options);
        bulk.begin();
        return bulk.await();
    }

    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets, CheckOptions options) {
        BulkCheck bulk = bulk(targets, options);
        bulk.begin();
        return bulk;
    }

    private BulkCheck bulk(List<? extends CheckTarget> targets, CheckOptions options) {
        Objects.requireNonNull(options, "options");
        registry.throwIfClosed();
        targets.forEach(protocols::of);
        return new BulkCheck(this, List.copyOf(targets), options, concurrencyPerVendor);
    }

    boolean isClosed() {
        return registry.isClosed();
    }

    public void close() {
        registry.close();
    }

    /** Waits on the calling thread for the verdict, and tells the listener of the end. */
    CheckResult await(CheckContext<?> context, CheckMachine<?> machine) {
        CheckResult result = drive(context, machine);
        context.listener().finished(CheckOutcome.of(result));
        return result;
    }

    private <R> R drive(CheckContext<?> context, Machine<R> machine) {
        registry.throwIfClosed();
        BlockingRun run = new BlockingRun(time);
        registry.add(run);
        try {
            return run.drive(machine);
        } catch (ConnectionCheckException e) {
            context.listener().finished(CheckOutcome.of(context.target(), e));
            throw e;
        } finally {
            registry.remove(run);
        }
    }

    private CheckContext<?> context(CheckTarget target, CheckOptions options) {
        Objects.requireNonNull(options, "options");
        registry.throwIfClosed();
        return context(protocols.of(target), target, options);
    }

    private <T extends CheckTarget> CheckContext<T> context(
            CheckProtocol<T> protocol, CheckTarget target, CheckOptions options) {
        return CheckContext.begin(protocol.targetType().cast(target), protocol, options, time);
    }
}
