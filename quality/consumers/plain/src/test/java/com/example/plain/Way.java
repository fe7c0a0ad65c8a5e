package com.example.plain;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two ways to wait for a verdict. */
enum Way {
    BLOCKING {
        @Override
        CheckResult check(ConnectionChecker checker, CheckTarget target) {
            return checker.check(target);
        }

        @Override
        CheckReport checkAll(ConnectionChecker checker, List<CheckTarget> targets) {
            return checker.checkAll(targets);
        }

        @Override
        CheckResult await(RunningCheck running) {
            return running.await();
        }
    },
    ASYNCHRONOUS {
        @Override
        CheckResult check(ConnectionChecker checker, CheckTarget target) {
            return joined(checker.checkAsync(target));
        }

        @Override
        CheckReport checkAll(ConnectionChecker checker, List<CheckTarget> targets) {
            return joined(checker.checkAllAsync(targets, CheckOptions.defaults()));
        }

        @Override
        CheckResult await(RunningCheck running) {
            return joined(running.awaitAsync());
        }
    };

    abstract CheckResult check(ConnectionChecker checker, CheckTarget target);

    abstract CheckReport checkAll(ConnectionChecker checker, List<CheckTarget> targets);

    abstract CheckResult await(RunningCheck running);

    private static <T> T joined(CompletableFuture<T> future) {
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
