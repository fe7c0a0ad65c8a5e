package dev.connectioncheck.temporal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.contract.Canary;
import dev.connectioncheck.temporal.StoredVerdict.Outcome;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Base64;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;

/** Keys and passwords are marked, vendors echo them in all forms, and whole histories are read. */
@ExtendWith(Engine.Shared.class)
@Execution(ExecutionMode.CONCURRENT)
class SecretsTest {
    private static final String PASSWORD = Canary.secret("password");
    private static final String KEY = Canary.secret("key");
    private static final DurableOptions PATIENT =
            DurableOptions.builder().heartbeatTimeout(Duration.ofSeconds(3)).build();
    private static final DurableOptions HASTY =
            DurableOptions.builder().timeout(Duration.ofSeconds(3)).build();

    @Test
    void noHistoryHoldsASecretInAnyForm(Engine engine, @TempDir Path folder) {
        try (Fleet fleet = new Fleet(engine, "secrets", folder).vendors("squared,datafold,unstructured,artie")) {
            Map<String, Outcome> expected = new LinkedHashMap<>();
            Map<String, String> runs = new LinkedHashMap<>();
            useKey(fleet.sandbox);
            squared(fleet, expected);
            datafold(fleet, expected);
            others(fleet, expected);
            Child first = fleet.worker("a");
            expected.keySet().forEach(name -> runs.put(name, start(fleet, name)));
            String underWay = underWay(fleet);
            Map<String, StoredVerdict> verdicts = runs.entrySet().stream()
                    .collect(Collectors.toMap(
                            Map.Entry::getKey,
                            run -> fleet.checks().verdict(run.getValue()).join()));
            lostStart(fleet, first, expected, runs, verdicts);

            String histories = runs.values().stream()
                    .map(run -> Histories.text(fleet.history(run)))
                    .collect(Collectors.joining("\n", underWay, ""));

            verdicts.forEach((name, verdict) ->
                    assertThat(verdict.outcome()).as(name + verdict).isEqualTo(expected.get(name)));
            assertThat(verdicts).hasSameSizeAs(expected);
            assertThat(histories)
                    .as("the vendor's words, the secrets aside")
                    .contains("refused because of")
                    .contains("type: \"Pending\"")
                    .contains("IllegalStateException was thrown at")
                    .contains("AssertionError was thrown at")
                    .doesNotContain("stack_trace", "\"stackTrace\": \"d");
            assertThat(Canary.isIn(histories)).as(histories).isFalse();
            assertThat(Canary.isIn(verdicts.toString())).isFalse();
            System.out.println("durable: canary secrets: none in " + runs.size() + " histories of " + histories.length()
                    + " characters, payloads decoded");
        }
    }

    /** What the server shows of a check that is being polled; a real one keeps its last failure in the history. */
    private static String underWay(Fleet fleet) {
        saveDatafold(fleet, "datafold endless", Behavior.neverEnds());
        String run = start(fleet, "datafold endless");
        StringBuilder shown = new StringBuilder();
        Awaited.until("a poll has failed", () -> {
            shown.setLength(0);
            return shown.append(fleet.describe(run)).indexOf("Pending") >= 0;
        });
        fleet.client().newUntypedWorkflowStub(run).terminate("seen enough");
        return shown + Histories.text(fleet.history(run));
    }

    private static String start(Fleet fleet, String name) {
        String vendor = name.substring(0, name.indexOf(' '));
        boolean isTimeOut = name.endsWith("time-out") || name.endsWith("broken table");
        return fleet.checks().start(ConnectionRef.of(vendor, name), fleet.key("canary"), isTimeOut ? HASTY : PATIENT);
    }

    private static void lostStart(
            Fleet fleet,
            Child worker,
            Map<String, Outcome> expected,
            Map<String, String> runs,
            Map<String, StoredVerdict> verdicts) {
        String name = "squared lost start";
        saveSquared(fleet, name, Behavior.neverEnds());
        int before = fleet.sandbox.squared().requests().size();
        runs.put(name, start(fleet, name));
        Awaited.until(
                "the vendor has the request",
                () -> fleet.sandbox.squared().requests().size() > before);
        worker.kill();
        fleet.worker("b");
        expected.put(name, Outcome.START_UNKNOWN);
        verdicts.put(name, fleet.checks().verdict(runs.get(name)).join());
    }

    private static void squared(Fleet fleet, Map<String, Outcome> expected) {
        saveSquared(fleet, "squared pass", Behavior.passes());
        saveSquared(fleet, "squared fail", Behavior.fails("refused because of " + echoed()));
        saveSquared(fleet, "squared 401", Behavior.passes().at(Phase.START, echo(401)));
        saveSquared(fleet, "squared 422", Behavior.passes().at(Phase.START, echo(422)));
        saveSquared(fleet, "squared 500", Behavior.passes().at(Phase.START, echo(500)));
        saveSquared(fleet, "squared time-out", Behavior.neverEnds());
        fleet.table.save(ConnectionRef.of("squared", "squared broken table"), "broken", Map.of("password", PASSWORD));
        fleet.table.save(ConnectionRef.of("squared", "squared collapse"), "collapsing", Map.of("password", PASSWORD));
        expected.putAll(Map.of(
                "squared pass", Outcome.DECIDED,
                "squared fail", Outcome.DECIDED,
                "squared 401", Outcome.ERROR,
                "squared 422", Outcome.ERROR,
                "squared 500", Outcome.START_UNKNOWN,
                "squared time-out", Outcome.TIMED_OUT,
                "squared broken table", Outcome.ERROR,
                "squared collapse", Outcome.START_UNKNOWN));
    }

    private static void saveSquared(Fleet fleet, String name, Behavior behavior) {
        Map<String, Object> settings = new HashMap<>(fleet.sandbox.squared().connection(behavior));
        settings.put("password", PASSWORD);
        fleet.table.save(ConnectionRef.of("squared", name), "Postgresql", settings);
    }

    private static void datafold(Fleet fleet, Map<String, Outcome> expected) {
        Behavior slow = Behavior.passes().after(Duration.ofSeconds(1));
        saveDatafold(fleet, "datafold pass", slow);
        saveDatafold(fleet, "datafold fail", Behavior.fails("refused because of " + echoed()));
        saveDatafold(fleet, "datafold 401", slow.at(Phase.POLL, echo(401)));
        saveDatafold(fleet, "datafold 500", slow.at(Phase.START, echo(500)));
        saveDatafold(fleet, "datafold 500 in poll", slow.at(Phase.POLL, echo(500), 4));
        saveDatafold(fleet, "datafold time-out", Behavior.neverEnds());
        expected.putAll(Map.of(
                "datafold pass", Outcome.DECIDED,
                "datafold fail", Outcome.DECIDED,
                "datafold 401", Outcome.ERROR,
                "datafold 500", Outcome.START_UNKNOWN,
                "datafold 500 in poll", Outcome.DECIDED,
                "datafold time-out", Outcome.TIMED_OUT));
    }

    private static void saveDatafold(Fleet fleet, String name, Behavior behavior) {
        fleet.table.save(
                ConnectionRef.of("datafold", name),
                "" + fleet.sandbox.datafold().dataSource(behavior),
                Map.of());
    }

    private static void others(Fleet fleet, Map<String, Outcome> expected) {
        Behavior fails = Behavior.fails("refused because of " + echoed());
        Map<String, Object> settings = new HashMap<>(fleet.sandbox.artie().unsaved(fails));
        settings.put("password", PASSWORD);
        fleet.table.save(ConnectionRef.of("artie", "artie fail"), "postgresql", settings);
        fleet.table.save(
                ConnectionRef.of("unstructured", "unstructured fail"),
                fleet.sandbox.unstructured().source(fails).toString(),
                Map.of());
        expected.putAll(Map.of("artie fail", Outcome.DECIDED, "unstructured fail", Outcome.DECIDED));
    }

    private static void useKey(Sandbox sandbox) {
        sandbox.squared().useApiKey(KEY);
        sandbox.datafold().useApiKey(KEY);
        sandbox.unstructured().useApiKey(KEY);
        sandbox.artie().useApiKey(KEY);
    }

    private static Fault echo(int status) {
        return Fault.status(status)
                .body("application/json", "{\"message\":\"refused because of " + echoed() + "\"}")
                .header("x-request-id", KEY);
    }

    /** The key in all forms, which every client knows, and the password where it was sent. */
    private static String echoed() {
        return forms(KEY) + " password=" + PASSWORD;
    }

    private static String forms(String secret) {
        String escaped =
                secret.chars().mapToObj(c -> String.format("\\u%04x", c)).collect(Collectors.joining());
        String entities = secret.chars().mapToObj(c -> "&#" + c + ";").collect(Collectors.joining());
        String percent =
                secret.chars().mapToObj(c -> String.format("%%%02X", c)).collect(Collectors.joining());
        return String.join(
                " ",
                secret,
                URLEncoder.encode(secret, StandardCharsets.UTF_8),
                percent,
                entities,
                escaped.replace("\\", "\\\\"),
                base64("", secret),
                base64("x", secret),
                base64("user:", secret));
    }

    private static String base64(String before, String secret) {
        return Base64.getEncoder().encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
    }
}
