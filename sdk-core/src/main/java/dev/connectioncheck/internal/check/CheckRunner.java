package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.BlockingRun;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Registry;
import dev.connectioncheck.internal.drive.SerialTasks;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs the machines of a checker's checks, and knows what is under way. Used by all threads; what it holds is too. */
final class CheckRunner {
    private final Registry registry = new Registry();
    private final List<Registry> alone = List.of(registry);
    private final Executor executor;

    CheckRunner(Executor executor) {
        this.executor = executor;
    }

    Registry registry() {
        return registry;
    }

    /** Runs a check on the calling thread to its verdict, and tells of the end. */
    CheckResult await(CheckContext<?> context, Course course, List<Registry> others) {
        CheckResult result = drive(context, new CheckMachine(context, course), others);
        context.finished(CheckOutcome.of(result));
        return result;
    }

    /** Runs a machine of a check on the calling thread; if it fails, the check has ended. */
    <R> R drive(CheckContext<?> context, Machine<R> machine, List<Registry> others) {
        try {
            return run(context, machine, others);
        } catch (ConnectionCheckException e) {
            context.finished(CheckOutcome.of(context.target(), e));
            throw e;
        }
    }

    /** Runs a machine of a check on the calling thread; whoever closes one of the registries stops it. */
    <R> R run(CheckContext<?> context, Machine<R> machine, List<Registry> others) {
        registry.throwIfClosed();
        BlockingRun run = new BlockingRun(context.time());
        registry.add(run);
        others.forEach(other -> other.add(run));
        try {
            return run.drive(machine);
        } finally {
            registry.remove(run);
            others.forEach(other -> other.remove(run));
        }
    }

    /** Runs a check without holding a thread. */
    CompletableFuture<CheckResult> awaitAsync(CheckContext<?> context, Course course, List<Registry> others) {
        return awaitAsync(context, course, others, executor);
    }

    /**
     * Runs a check without holding a thread.
     *
     * @param users where listeners are called and the future completes
     */
    AsyncRun<CheckResult> awaitAsync(CheckContext<?> context, Course course, List<Registry> others, Executor users) {
        registry.throwIfClosed();
        CheckContext<?> told = context.events().isSilent() ? context : context.toldOn(new SerialTasks(users));
        List<Registry> all = others.isEmpty() ? alone : List.of(registry, others.get(0));
        return CheckRun.begin(told, new CheckMachine(told, course), all, users);
    }
}
