package dev.connectioncheck.reliability.proxies;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** One scenario with one proxy: starts both ends, makes the checks, and counts what comes of them. */
final class Journey {
    private static final Duration JOB = Duration.ofMillis(2_500);
    private static final int ROUNDS = 2;

    private final Proxy proxy;
    private final Path program;
    private final Scenario scenario;
    private final Path directory;
    private final Sandbox sandbox;

    private Journey(Proxy proxy, Path program, Scenario scenario, Path directory, Sandbox sandbox) {
        this.proxy = proxy;
        this.program = program;
        this.scenario = scenario;
        this.directory = directory;
        this.sandbox = sandbox;
    }

    static Journey of(Proxy proxy, Path program, Scenario scenario, Path directory) throws IOException {
        Path own = Files.createDirectories(
                        directory.resolve(proxy.name() + "-" + scenario.name().toLowerCase(Locale.ROOT)))
                .toAbsolutePath();
        return new Journey(proxy, program, scenario, own, Sandbox.start());
    }

    Row play() throws IOException, InterruptedException {
        try (sandbox;
                Ends ends = Ends.open(sandbox, directory);
                RunningProxy running = RunningProxy.start(proxy, program, ends.setting(scenario.manners()));
                ConnectionChecker checker = ends.checker()) {
            return play(running, ends, checker);
        }
    }

    private Row play(RunningProxy running, Ends ends, ConnectionChecker checker)
            throws IOException, InterruptedException {
        List<Verdict> truths = new ArrayList<>();
        List<Callable<CheckResult>> checks = new ArrayList<>();
        int starts = 0;
        for (int round = 0; round < ROUNDS; round++) {
            for (Verdict truth : List.of(Verdict.PASSED, Verdict.FAILED)) {
                for (CheckTarget target : targets(truth)) {
                    starts += target.vendor().equals("artie") ? 0 : 2;
                    truths.addAll(List.of(truth, truth));
                    checks.add(() -> checker.check(target));
                    checks.add(() -> checker.checkAsync(target).get());
                }
            }
        }
        ExecutorService callers = Executors.newFixedThreadPool(checks.size());
        try {
            List<Future<CheckResult>> results =
                    checks.stream().map(callers::submit).toList();
            scenario.happen(running);
            Count count = new Count(truths, results).await();
            int doubled = Math.max(0, ends.starts() - starts);
            return count.row(proxy.name(), scenario, doubled, ends.traffic());
        } finally {
            callers.shutdownNow();
        }
    }

    private List<CheckTarget> targets(Verdict truth) {
        Behavior behavior = truth == Verdict.PASSED ? Behavior.passes() : Behavior.fails("no route to host");
        Behavior slow = behavior.after(JOB);
        return List.of(
                SquaredTarget.source("Snowflake", sandbox.squared().connection(slow)),
                UnstructuredTarget.source(sandbox.unstructured().source(slow)),
                DatafoldTarget.dataSource(sandbox.datafold().dataSource(slow)),
                ArtieTarget.saved(sandbox.artie().saved(behavior)),
                ArtieTarget.unsaved("postgresql", sandbox.artie().unsaved(slow)));
    }
}
