package dev.connectioncheck.toy;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.VirtualTime;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** The two ways to run the same thing; each lets virtual time pass until there is an end. */
public enum Driver {
    BLOCKING {
        @Override
        public CheckResult check(ToyVendor vendor, CheckTarget target, CheckOptions options) {
            try (ConnectionChecker checker = vendor.checker()) {
                return checker.check(target, options);
            }
        }

        @Override
        public CheckResult await(ToyVendor vendor, RunningCheck running) {
            return running.await();
        }

        @Override
        public <T> T execute(ToyVendor vendor, ApiCall<T> call) {
            return call.execute();
        }
    },
    ASYNCHRONOUS {
        @Override
        public CheckResult check(ToyVendor vendor, CheckTarget target, CheckOptions options) {
            try (ConnectionChecker checker = vendor.checker()) {
                return finish(checker.checkAsync(target, options), vendor.time());
            }
        }

        @Override
        public CheckResult await(ToyVendor vendor, RunningCheck running) {
            return finish(running.awaitAsync(), vendor.time());
        }

        @Override
        public <T> T execute(ToyVendor vendor, ApiCall<T> call) {
            return finish(call.executeAsync(), vendor.time());
        }
    };

    public abstract CheckResult check(ToyVendor vendor, CheckTarget target, CheckOptions options);

    public abstract CheckResult await(ToyVendor vendor, RunningCheck running);

    public abstract <T> T execute(ToyVendor vendor, ApiCall<T> call);

    public CheckResult check(ToyVendor vendor) {
        return check(vendor, ToyTarget.toy("t1"), CheckOptions.defaults());
    }

    /** Lets time pass until the future has ended, and returns its value or throws its exception. */
    public static <T> T finish(CompletableFuture<T> future, VirtualTime time) {
        boolean more = true;
        while (!future.isDone() && more) {
            more = time.advanceToNextTask();
        }
        if (!future.isDone()) {
            throw new AssertionError("Nothing is scheduled any more, and the future has not ended.");
        }
        try {
            return future.join();
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException known ? known : e;
        }
    }
}
