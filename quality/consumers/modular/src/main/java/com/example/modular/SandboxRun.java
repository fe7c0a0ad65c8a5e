package com.example.modular;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.PollOutcome;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.contract.FaultMatrix;
import dev.connectioncheck.sandbox.contract.Finding;
import dev.connectioncheck.sandbox.contract.ListFinding;
import dev.connectioncheck.sandbox.contract.ListMatrix;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;
import java.util.concurrent.ExecutorService;

/**
 * Uses on the module path what the first program grows into, with the sandbox in the vendors' place: so exports and opens can't
 * shrink unnoticed. The class path's tests say more of each.
 */
final class SandboxRun {
    private SandboxRun() {}

    public static void main(String[] args) throws IOException, InterruptedException {
        require(Sandbox.class.getModule().isNamed(), "the sandbox is a module");
        ExecutorService executor = Executors.newSingleThreadExecutor();
        List<String> heard = new CopyOnWriteArrayList<>();
        try (Sandbox sandbox = Sandbox.start();
                ConnectionChecker checker = ConnectionChecker.builder()
                        .client(squared(sandbox))
                        .client("eu", datafold(sandbox))
                        .client("us", datafold(sandbox))
                        .listener(new Listener(heard))
                        .executor(executor)
                        .build()) {
            namesAndAccounts(checker, sandbox);
            retries(checker, sandbox, heard);
            tokens(checker, sandbox);
            inventory(checker, sandbox);
            models(sandbox);
            json(checker, sandbox);
        } finally {
            executor.shutdownNow();
        }
        contract();
    }

    private static void namesAndAccounts(ConnectionChecker checker, Sandbox sandbox) {
        CheckTarget orders = SquaredTarget.source("Postgresql", sandbox.squared().connection(Behavior.passes())).named("orders db");
        CheckTarget there = dataSource(sandbox, Behavior.fails("no route")).named("warehouse").at("eu");

        CheckReport report = checker.checkAll(List.of(orders, there));

        require(orders.toString().equals("orders db (squared source Postgresql)"), "a target says who it is");
        require(report.outcomes().get(0).status() == CheckStatus.PASSED, "an inline check passes");
        require(report.count(CheckStatus.FAILED) == 1 && !report.allPassed(), "a report counts");
        require(report.outcomes().get(1).target().account().orElse("").equals("eu"), "an account is kept");
        CheckResult later = checker.checkAsync(there).join();
        require(later.message().orElse("").contains("no route"), "an asynchronous check brings the vendor's words");
    }

    private static void retries(ConnectionChecker checker, Sandbox sandbox, List<String> heard) {
        checker.check(dataSource(sandbox, Behavior.passes().at(Phase.POLL, Fault.status(503), 1)).at("us"));

        require(heard.contains("retry 1"), "a retry is heard");
    }

    private static void tokens(ConnectionChecker checker, Sandbox sandbox) throws IOException, InterruptedException {
        RunningCheck running = checker.start(dataSource(sandbox, Behavior.passes()).at("us"));
        String token = running.token().orElseThrow();

        int status = ResumeRun.inAnotherProcess(token, sandbox.datafold().baseUrl(), sandbox.datafold().apiKey());

        require(status == 0, "another process resumes the check");
        RunningCheck endless = checker.start(dataSource(sandbox, Behavior.neverEnds()).at("us"));
        require(endless.poll() instanceof PollOutcome.Pending pending && !pending.pause().isNegative(), "a poll is pending");
        endless.cancel();
    }

    private static void inventory(ConnectionChecker checker, Sandbox sandbox) {
        sandbox.squared().add(SquaredRow.source("Postgresql").named("saved orders").behaving(Behavior.passes()));

        Inventory inventory = checker.inventory();

        Connection saved = inventory.connections().get(0);
        require(inventory.errors().isEmpty() && saved.name().equals("saved orders"), "every account is listed");
        require(checker.inventoryAsync().join().equals(inventory), "an asynchronous inventory is the same");
        require(saved.lastVerdict().isEmpty() && saved.notCheckable().isPresent(), "a row says why it can't be checked");
        Inventory ofSquared = inventory.filter(row -> row.vendor().equals("squared"));
        BulkOptions options = BulkOptions.builder()
                .within(Duration.ofMinutes(1))
                .skipIfCheckedWithin(Duration.ofHours(1))
                .build();
        require(checker.checkAll(ofSquared, options).count(CheckStatus.SKIPPED) == 1, "such a row is skipped");
        List<CheckTarget> bothWays = List.of(
                SquaredTarget.of(saved, sandbox.squared().connection(Behavior.passes())), SquaredTarget.saved(saved.id()));
        List<CheckOutcome> outcomes = new CopyOnWriteArrayList<>();
        checker.checkEach(bothWays, options, outcomes::add);
        checker.checkEachAsync(bothWays, options, outcomes::add).join();
        require(outcomes.size() == 4 && outcomes.stream().allMatch(CheckOutcome::passed), "each target has its outcome");
    }

    /** Models are written and read by Jackson, which needs their package opened. */
    private static void models(Sandbox sandbox) {
        ArtieClient artie = ArtieClient.builder()
                .apiKey(sandbox.artie().apiKey())
                .baseUrl(sandbox.artie().baseUrl())
                .build();
        PayloadsConnectorPayload connector = PayloadsConnectorPayload.builder()
                .type("postgresql")
                .sharedConfig(sandbox.artie().unsaved(Behavior.fails("dial tcp: refused")))
                .build();

        ApiResponse<RouterConnectorPingResponse> answer = artie.connectors().pingConnector(connector).execute();

        require(answer.body().orElseThrow().error().orElse("").contains("refused"), "a model is read");
        require(squared(sandbox).connectors().list().execute() != null, "a list is read");
    }

    private static void json(ConnectionChecker checker, Sandbox sandbox) {
        CheckReport report = checker.checkAll(List.of(dataSource(sandbox, Behavior.passes()).at("eu")));
        Map<String, Object> map = report.toMap();

        require(map.get("schema").equals(1), "a report is a map");
    }

    /** Plays every fault to one of the vendors' modules. */
    private static void contract() throws InterruptedException {
        List<Finding> findings = FaultMatrix.play(List.of(new DatafoldUnderTest()), 8);

        require(findings.size() > FaultMatrix.faults().size(), "the contract plays every fault");
        findings.forEach(Finding::verify);
        List<ListFinding> lists = ListMatrix.play(List.of(new DatafoldUnderTest()), 8);
        require(lists.size() > FaultMatrix.faults().size(), "the contract plays every fault at the list");
        lists.forEach(ListFinding::verify);
        System.out.println("contract kit on the module path: " + (findings.size() + lists.size()) + " cases");
    }

    private static DatafoldTarget dataSource(Sandbox sandbox, Behavior behavior) {
        return DatafoldTarget.dataSource(sandbox.datafold().dataSource(behavior.after(Duration.ZERO)));
    }

    private static SquaredClient squared(Sandbox sandbox) {
        return SquaredClient.builder()
                .apiKey(sandbox.squared().apiKey())
                .workspaceId(sandbox.squared().workspaceId())
                .baseUrl(sandbox.squared().baseUrl())
                .build();
    }

    private static DatafoldClient datafold(Sandbox sandbox) {
        return DatafoldClient.builder()
                .apiKey(sandbox.datafold().apiKey())
                .baseUrl(sandbox.datafold().baseUrl())
                .build();
    }

    private static void require(boolean holds, String what) {
        if (!holds) {
            throw new IllegalStateException("It does not hold on the module path that " + what + ".");
        }
        System.out.println("on the module path " + what);
    }

    /** Hears of one check at a time, by an object of its own. */
    private static final class Listener implements CheckListener {
        private final List<String> heard;

        Listener(List<String> heard) {
            this.heard = heard;
        }

        @Override
        public CheckListener forCheck(CheckTarget target) {
            return new Listener(heard);
        }

        @Override
        public void onRetry(CheckTarget target, ConnectionCheckException why, int attempt, Duration pause) {
            heard.add("retry " + attempt);
        }

        @Override
        public void onFinish(CheckOutcome outcome) {
            heard.add("finish " + outcome.status());
        }
    }
}
