package dev.connectioncheck.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.spi.Progress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.FutureTask;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/** What the endpoint answers; the consumers ask it over HTTP. */
class EndpointTest {
    private final ApplicationContextRunner runner =
            Contexts.withLamps().withPropertyValues("management.endpoints.web.exposure.include=connections");

    @BeforeEach
    void allLampsAreLit() {
        LampModule.forgetAll();
    }

    @Test
    void itListsLastResultsAsTheJsonReportDoes() {
        LampModule.dark("1", "broken");
        runner.run(context -> {
            context.getBean(ConnectionMonitor.class).check("hall").join();
            Map<String, @Nullable Object> report =
                    context.getBean(ConnectionsEndpoint.class).connections();

            assertThat(report)
                    .containsEntry("schema", 1)
                    .containsEntry(
                            "summary", Map.of("passed", 0, "failed", 1, "inconclusive", 0, "error", 0, "skipped", 1))
                    .containsEntry("errors", List.of());
            List<Map<String, @Nullable Object>> outcomes = outcomes(report);
            assertThat(outcomes.get(0))
                    .containsEntry("name", "hall")
                    .containsEntry("status", "FAILED")
                    .containsEntry("message", "broken")
                    .hasEntrySatisfying("ageMillis", age -> assertThat(age).isInstanceOf(Long.class));
            assertThat(outcomes.get(1))
                    .containsEntry("name", "attic")
                    .containsEntry("status", "SKIPPED")
                    .containsEntry("message", "Not checked yet.")
                    .containsEntry("ageMillis", null);
        });
    }

    @Test
    void itShowsOne() {
        runner.run(context -> {
            context.getBean(ConnectionMonitor.class).check("hall").join();
            WebEndpointResponse<Map<String, @Nullable Object>> answer =
                    context.getBean(ConnectionsEndpoint.class).connection("hall");

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getBody()).containsEntry("name", "hall").containsEntry("status", "PASSED");
        });
    }

    @Test
    void itChecksOneNowAndKeepsWhatCame() {
        runner.run(context -> {
            ConnectionsEndpoint endpoint = context.getBean(ConnectionsEndpoint.class);
            assertThat(endpoint.check("hall").getBody()).containsEntry("status", "PASSED");
            LampModule.dark("1", "broken");
            assertThat(endpoint.connection("hall").getBody()).containsEntry("status", "PASSED");

            WebEndpointResponse<Map<String, @Nullable Object>> answer = endpoint.check("hall");

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getBody()).containsEntry("status", "FAILED").containsEntry("ageMillis", 0L);
            assertThat(endpoint.connection("hall").getBody()).containsEntry("status", "FAILED");
        });
    }

    @Test
    void whatCouldNotBeFoundOutIsAnOutcomeToo() {
        LampModule.answersWith("1", CompletableFuture.failedFuture(new IllegalStateException("away")));
        runner.run(context -> {
            WebEndpointResponse<Map<String, @Nullable Object>> answer =
                    context.getBean(ConnectionsEndpoint.class).check("hall");

            assertThat(answer.getStatus()).isEqualTo(200);
            assertThat(answer.getBody()).containsEntry("status", "ERROR");
        });
    }

    @Test
    void aCheckUnderWayIsJoined() {
        CompletableFuture<Progress> answer = new CompletableFuture<>();
        LampModule.answersWith("1", answer);
        runner.run(context -> {
            CompletableFuture<CheckOutcome> first =
                    context.getBean(ConnectionMonitor.class).check("hall");
            FutureTask<WebEndpointResponse<Map<String, @Nullable Object>>> asked = new FutureTask<>(
                    () -> context.getBean(ConnectionsEndpoint.class).check("hall"));
            Thread asking = new Thread(asked, "asking");
            asking.start();
            while (asking.getState() != Thread.State.WAITING && asking.isAlive()) {
                Thread.onSpinWait();
            }
            answer.complete(Progress.failed(Optional.of("broken")));

            assertThat(asked.get().getBody()).containsEntry("message", "broken");
            assertThat(first.join().status()).isEqualTo(CheckStatus.FAILED);
            assertThat(LampModule.asked("1")).isEqualTo(1);
        });
    }

    @Test
    void anUnknownNameIsNotFound() {
        runner.run(context -> {
            ConnectionsEndpoint endpoint = context.getBean(ConnectionsEndpoint.class);

            assertThat(endpoint.connection("cellar").getStatus()).isEqualTo(404);
            assertThat(endpoint.check("cellar").getStatus()).isEqualTo(404);
            assertThat(endpoint.check().getStatus()).isEqualTo(404);
        });
    }

    @Test
    void aNameMayHaveSlashes() {
        runner.withPropertyValues(
                        "connectioncheck.connections[cellar/left].client=lamp",
                        "connectioncheck.connections[cellar/left].lamp-id=3")
                .run(context -> assertThat(context.getBean(ConnectionsEndpoint.class)
                                .check("cellar", "left")
                                .getBody())
                        .containsEntry("name", "cellar/left")
                        .containsEntry("status", "PASSED"));
    }

    @Test
    void anEndpointThatIsNotExposedIsNotThere() {
        Contexts.withLamps().run(context -> assertThat(context).doesNotHaveBean(ConnectionsEndpoint.class));
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, @Nullable Object>> outcomes(Map<String, @Nullable Object> report) {
        return (List<Map<String, @Nullable Object>>) Objects.requireNonNull(report.get("outcomes"));
    }
}
