package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import dev.connectioncheck.unstructured.model.ConnectionCheckStatus;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The generated client of Unstructured, used on its own. */
class UnstructuredModelTest {
    private static final JsonMapper PLAIN = JsonMapper.builder()
            .addModule(new JavaTimeModule())
            .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
            .build();

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    @Test
    void theOperationsAreUsableOnTheirOwn() {
        UnstructuredClient client = Clients.builder(SANDBOX.unstructured()).build();
        UUID source = SANDBOX.unstructured().source(Behavior.passes());
        UUID destination = SANDBOX.unstructured().destination(Behavior.passes());

        UUID started = client.sources().createConnectionCheck(source).execute().id();
        assertThat(client.sources()
                        .getConnectionCheck(source)
                        .execute()
                        .body()
                        .orElseThrow()
                        .id())
                .isEqualTo(started);
        assertThat(client.destinations()
                        .createConnectionCheck(destination)
                        .executeAsync()
                        .join()
                        .status())
                .isEqualTo(ConnectionCheckStatus.SCHEDULED);
        assertThat(client.destinations()
                        .getConnectionCheck(destination)
                        .execute()
                        .status())
                .isEqualTo(200);
    }

    @Test
    @SuppressWarnings("NullAway") // callers may pass null all the same
    void anIdMustNotBeNull() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Clients.builder(SANDBOX.unstructured())
                        .build()
                        .sources()
                        .createConnectionCheck(null))
                .withMessageContaining("source_id must not be null");
    }

    @Test
    void aCheckIsReadWithItsDatesAndUnknownFieldsAreIgnored() {
        DagNodeConnectionCheck check = read("""
                {"id":"c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d","status":"NOT_YET_INVENTED","reason":"because",
                 "created_at":"2026-01-01T01:00:00.000001+01:00","reported_at":null,"kind":{"new":[1]}}""");

        assertThat(check.createdAt()).contains(Instant.parse("2026-01-01T00:00:00.000001Z"));
        assertThat(check.reportedAt()).isEmpty();
        assertThat(check.reason()).contains("because");
        assertThat(check.status()).hasToString("NOT_YET_INVENTED");
        assertThat(check.status().isKnown()).isFalse();
    }

    @Test
    void aFieldThatTheAnswerLacksIsNamedWhenItIsRead() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{\"id\":null,\"status\":\"SUCCESS\"}"))
                .withMessageContaining("its DagNodeConnectionCheck lacks the field id");
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read("{\"id\":\"c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d\"}"))
                .withMessageContaining("its DagNodeConnectionCheck lacks the field status");
    }

    @Test
    void aBuilderNamesTheFieldThatIsMissing() {
        assertThatIllegalStateException()
                .isThrownBy(() ->
                        DagNodeConnectionCheck.builder().id(UUID.randomUUID()).build())
                .withMessageContaining("DagNodeConnectionCheck needs status");
    }

    @Test
    void theReasonMayQuoteASecretSoItIsNotShown() {
        assertThat(check("got S3cret").toString()).contains("status=FAILURE").doesNotContain("S3cret");
    }

    @Test
    void modelsSurviveJsonAndAreEqualByTheirFields() throws JsonProcessingException {
        DagNodeConnectionCheck model = check("because");

        assertThat(read(PLAIN.writeValueAsString(model))).isEqualTo(model).hasSameHashCodeAs(model);
        assertThat(model.toBuilder().build()).isEqualTo(model).isNotEqualTo(check("other"));
    }

    private static DagNodeConnectionCheck check(String reason) {
        return DagNodeConnectionCheck.builder()
                .id(UUID.fromString("c2b3a4d5-6e7f-8a9b-0c1d-2e3f4a5b6c7d"))
                .status(ConnectionCheckStatus.FAILURE)
                .reason(reason)
                .createdAt(Instant.parse("2026-01-01T00:00:00Z"))
                .reportedAt(Instant.parse("2026-01-01T00:00:05Z"))
                .build();
    }

    private static DagNodeConnectionCheck read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), DagNodeConnectionCheck.class);
    }
}
