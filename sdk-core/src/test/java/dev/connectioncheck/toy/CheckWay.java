package dev.connectioncheck.toy;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.sandbox.VirtualTime;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicReference;

/** Every way to have a connection checked: what holds for one holds for all. */
public enum CheckWay {
    CHECK {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return CheckOutcome.of(checker.check(target, options));
        }
    },
    CHECK_ASYNC {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return awaited(checker.checkAsync(target, options), time);
        }
    },
    START_AND_AWAIT {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return CheckOutcome.of(checker.start(target, options).await());
        }
    },
    START_AND_AWAIT_ASYNC {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return awaited(checker.start(target, options).awaitAsync(), time);
        }
    },
    START_AND_POLL {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return polled(checker.start(target, options), time);
        }
    },
    RESUME_AND_AWAIT {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return CheckOutcome.of(
                    checker.resume(tokenOf(checker, target), options).await());
        }
    },
    RESUME_AND_AWAIT_ASYNC {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return awaited(checker.resume(tokenOf(checker, target), options).awaitAsync(), time);
        }
    },
    RESUME_AND_POLL {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return polled(checker.resume(tokenOf(checker, target), options), time);
        }
    },
    CHECK_ALL {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return only(checker.checkAll(List.of(target), options));
        }
    },
    CHECK_ALL_ASYNC {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            return only(Driver.finish(checker.checkAllAsync(List.of(target), options), time));
        }
    },
    CHECK_EACH {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            AtomicReference<CheckOutcome> told = new AtomicReference<>();
            checker.checkEach(List.of(target), many(options), told::set);
            return told.get();
        }
    },
    CHECK_EACH_ASYNC {
        @Override
        CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
            AtomicReference<CheckOutcome> told = new AtomicReference<>();
            Driver.finish(checker.checkEachAsync(List.of(target), many(options), told::set), time);
            return told.get();
        }
    };

    /** Checks a connection this way to its end, whatever that is; a checker of virtual time is told to let it pass. */
    public CheckOutcome check(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options) {
        try {
            return end(checker, time, target, options);
        } catch (ConnectionCheckException e) {
            return CheckOutcome.of(target, e);
        } catch (CancellationException e) {
            Failure cancelled = Failure.of(target.vendor(), "check", "The future was cancelled.");
            return CheckOutcome.of(target, new CheckCancelledException(cancelled, null));
        }
    }

    abstract CheckOutcome end(ConnectionChecker checker, VirtualTime time, CheckTarget target, CheckOptions options);

    /** Whether the calling thread waits for it. */
    public boolean isBlocking() {
        return !name().endsWith("ASYNC");
    }

    /** Whether it begins with a token of a check that was started before. */
    public boolean isResumed() {
        return name().startsWith("RESUME");
    }

    /** Whether the user asks for every look, so that trouble of one look is told and not waited out. */
    public boolean isPolled() {
        return name().endsWith("POLL");
    }

    /** Whether it checks many. */
    public boolean isOfMany() {
        return name().startsWith("CHECK_ALL") || name().startsWith("CHECK_EACH");
    }

    private static CheckOutcome awaited(CompletableFuture<CheckResult> future, VirtualTime time) {
        return CheckOutcome.of(Driver.finish(future, time));
    }

    private static CheckOutcome polled(RunningCheck check, VirtualTime time) {
        PollOutcome outcome = check.poll();
        while (outcome instanceof PollOutcome.Pending pending) {
            time.advance(pending.pause());
            outcome = check.poll();
        }
        return CheckOutcome.of(((PollOutcome.Decided) outcome).result());
    }

    private static CheckOutcome only(CheckReport report) {
        return report.outcomes().get(0);
    }

    private static BulkOptions many(CheckOptions options) {
        return BulkOptions.builder().check(options).build();
    }

    /** Listeners of the check itself hear nothing of its start. */
    private static String tokenOf(ConnectionChecker checker, CheckTarget target) {
        return checker.start(target).token().orElseThrow();
    }
}
