package com.example.modular;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.RunningCheck;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;

/** The README's first program, compiled as it stands there, in a module. */
final class FirstProgram {
    private FirstProgram() {}

    static void clients(String squaredKey, String key) {
        // tag::clients
        SquaredClient squared = SquaredClient.builder().apiKey(squaredKey).workspaceId(7).build();
        UnstructuredClient unstructured = UnstructuredClient.builder().apiKey(key).build();
        DatafoldClient datafold = DatafoldClient.builder().apiKey(key).baseUrl("https://eu.datafold.com").build();
        ArtieClient artie = ArtieClient.fromEnvironment();          // ARTIE_API_KEY, ARTIE_API_URL
        // end::clients
        checks(squared, unstructured, datafold, artie, UUID.randomUUID(), UUID.randomUUID());
    }

    static void checks(
            SquaredClient squared,
            UnstructuredClient unstructured,
            DatafoldClient datafold,
            ArtieClient artie,
            UUID uuid,
            UUID connectorUuid) {
        // tag::checks
        try (ConnectionChecker checker = ConnectionChecker.of(squared, unstructured, datafold, artie)) {

            CheckResult result = checker.check(DatafoldTarget.dataSource(42));          // blocks until there is a verdict
            result.verdict();    // PASSED | FAILED | INCONCLUSIVE
            result.passed();     // verdict() == PASSED
            result.message();    // Optional<String>: the vendor's words, secrets removed
            result.steps();      // List<CheckStep>: name(), outcome() PASSED | FAILED | SKIPPED | UNKNOWN, message()
            result.checkId();    // Optional<String>: the vendor's job or check id
            result.elapsed(); result.polls(); result.target();

            checker.check(UnstructuredTarget.source(uuid), CheckOptions.builder().timeout(Duration.ofMinutes(2)).build());

            CompletableFuture<CheckResult> later = checker.checkAsync(UnstructuredTarget.destination(uuid));
            later.cancel(true);  // stops polling and aborts the HTTP call in flight

            RunningCheck running = checker.start(DatafoldTarget.dataSource(42));        // returns once the vendor accepted it
            Optional<String> token = running.token();                                   // no secret in it; empty: nothing to resume (inline vendors)
            CheckResult sameCheck = checker.resume(token.get()).await();                // also from another process or host

            CheckReport report = checker.checkAll(List.of(                              // one outcome per target, in order
                SquaredTarget.source("Postgresql", Map.of("host", "db.example.com" /* … */)),
                SquaredTarget.destination("Klaviyo", Map.of(/* … */)),
                ArtieTarget.saved(connectorUuid),
                ArtieTarget.unsaved("postgresql", Map.of("host", "db.example.com", "user", "etl"))));
            for (CheckOutcome outcome : report.outcomes()) {
                outcome.target(); outcome.result(); /* Optional<CheckResult> */ outcome.error(); /* Optional<ConnectionCheckException> */
            }
        }
        // end::checks
    }
}
