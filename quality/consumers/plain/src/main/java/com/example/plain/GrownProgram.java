package com.example.plain;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executor;

/** What the first program grows into, compiled as the design has it. What each line does is tried in the tests. */
final class GrownProgram {
    private GrownProgram() {}

    static List<CheckTarget> targets(Map<String, ?> settings) {
        CheckTarget orders = SquaredTarget.source("Postgresql", settings).named("orders db");   // named(...), at(...): default methods of CheckTarget
        CheckTarget there  = DatafoldTarget.dataSource(42).named("warehouse").at("eu");         // at: which of several clients of one vendor
        orders.vendor(); orders.kind(); orders.id(); orders.name(); orders.account();           // String, String, then Optional<String>
        return List.of(orders, there);
    }

    static ConnectionChecker checker(
            SquaredClient squared,
            DatafoldClient datafoldEu,
            DatafoldClient datafoldUs,
            CheckListener metrics,
            CheckListener log,
            Executor executor) {
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(squared).client("eu", datafoldEu).client("us", datafoldUs)              // one unnamed client per vendor, or named ones
                .listener(metrics).listener(log)                                                // told of every check, besides the one in CheckOptions
                .executor(executor)                                                             // completes futures, calls listeners of asynchronous checks
                .build();
        return checker;
    }

    static boolean results(CheckReport report) {
        for (CheckOutcome outcome : report.outcomes()) {
            CheckStatus status = outcome.status();       // PASSED | FAILED | INCONCLUSIVE | ERROR | SKIPPED
            outcome.skipped();                           // Optional<String>: why nothing was asked
            outcome.result().ifPresent(GrownProgram::details);
            if (status == CheckStatus.ERROR) {
                outcome.error().orElseThrow().account();
            }
        }
        report.count(CheckStatus.FAILED);
        return report.allPassed();
    }

    private static void details(CheckResult result) {
        result.requestId(); result.checkedAt();          // Optional<String>, Instant
    }

    static PollOutcome onePoll(ConnectionChecker checker, String token) {
        RunningCheck running = checker.resume(token);
        PollOutcome now = running.poll();      // sealed for good, two final classes: Decided with result(), Pending with token(), status(), pause()
        if (now instanceof PollOutcome.Pending pending) {
            String again = pending.token();
            String status = pending.status();
            Duration pause = pending.pause();
            return PollOutcome.pending(again, status, pause);
        }
        CheckResult result = ((PollOutcome.Decided) now).result();
        running.cancel();
        return PollOutcome.decided(result);
    }
}
