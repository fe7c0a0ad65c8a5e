package dev.connectioncheck.reliability.proxies;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.reliability.proxies.Setting.Manners;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** What the runs through real proxies would notice, and what they say where there are none. */
class ProxiesTest {
    @Test
    void aProxyThatIsNotInstalledIsSkippedAndSaidSo() throws Exception {
        Proxy missing = new Proxy() {
            @Override
            public String name() {
                return "no-such-proxy";
            }

            @Override
            public String configuration(Setting setting) {
                return "";
            }

            @Override
            public List<String> command(Path program, Path directory) {
                return List.of();
            }

            @Override
            public String reloadSignal() {
                return "HUP";
            }
        };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();

        boolean kept =
                Proxies.run(Path.of("."), List.of(missing), new PrintStream(bytes, true, StandardCharsets.UTF_8));

        assertThat(kept).isTrue();
        assertThat(bytes.toString(StandardCharsets.UTF_8)).contains("| no-such-proxy | skipped: it is not installed");
        assertThat(missing.program()).isEqualTo(Optional.empty());
    }

    @Test
    void verdictsAndExceptionsAreCountedForWhatTheyAre() throws Exception {
        List<Future<CheckResult>> ends = List.of(
                CompletableFuture.completedFuture(result(Verdict.PASSED)),
                CompletableFuture.completedFuture(result(Verdict.FAILED)),
                CompletableFuture.completedFuture(result(Verdict.INCONCLUSIVE)),
                CompletableFuture.failedFuture(new TransportException(Failure.of("datafold", "check", "no"), null)),
                CompletableFuture.failedFuture(new IllegalStateException()),
                cancelled());

        Row row = new Count(
                        List.of(
                                Verdict.PASSED,
                                Verdict.PASSED,
                                Verdict.PASSED,
                                Verdict.PASSED,
                                Verdict.PASSED,
                                Verdict.PASSED),
                        ends)
                .await()
                .row("a", Scenario.REFUSING, 1, new Traffic());

        assertThat(row)
                .hasToString("| a | " + Scenario.REFUSING + " | 0 | 0 | 6 | 1 | 2 | 2 | 1 | 1 Transport | BROKEN");
    }

    @Test
    void everyPromiseCounts() {
        assertThat(row(Scenario.REFUSING, 1, 0, 0, 0).isKept()).isTrue();
        assertThat(row(Scenario.REFUSING, 1, 1, 0, 0).isKept()).isFalse();
        assertThat(row(Scenario.REFUSING, 1, 0, 1, 0).isKept()).isFalse();
        assertThat(row(Scenario.REFUSING, 1, 0, 0, 1).isKept()).isFalse();
        assertThat(row(Scenario.RELOADS, 2, 0, 0, 0).isKept()).isTrue();
        assertThat(row(Scenario.RELOADS, 1, 0, 0, 0).isKept()).isFalse();
    }

    @Test
    void whatStrikesNothingProvesNothing() {
        assertThat(row(Scenario.REFUSING, 20, 0, true).isKept()).isFalse();
        assertThat(row(Scenario.RELOADS, 7, 0, true).isKept()).isFalse();
        assertThat(row(Scenario.RELOADS, 20, 0, true).isKept()).isTrue();
        assertThat(row(Scenario.RELOADS, 20, 0, false).isKept()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aConfigurationLeadsFromPortToPortUnlessTheVendorIsCutOff(Manners manners) {
        Setting setting = new Setting(Path.of("/tmp/proxy"), List.of(new Setting.Route(1001, 2002)), manners);

        for (Proxy proxy : List.of(new Nginx(), new Haproxy())) {
            assertThat(proxy.configuration(setting))
                    .contains("127.0.0.1:1001 ssl")
                    .contains("127.0.0.1:" + (manners == Manners.CUT_OFF ? 9 : 2002));
        }
    }

    private static Row row(Scenario scenario, int usual, int wrong, int lost, int doubled) {
        return new Row("a", scenario, 2, usual, wrong, lost, doubled, Map.of(), 20, 1, true);
    }

    private static Row row(Scenario scenario, int connections, int refusals, boolean http2) {
        return new Row("a", scenario, 2, 2, 0, 0, 0, Map.of(), connections, refusals, http2);
    }

    private static CheckResult result(Verdict verdict) {
        return CheckResult.builder(DatafoldTarget.dataSource(1), verdict).build();
    }

    private static Future<CheckResult> cancelled() {
        CompletableFuture<CheckResult> future = new CompletableFuture<>();
        future.cancel(true);
        return future;
    }
}
