package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.http.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // callers may pass null all the same
class UnstructuredClientTest {
    private static final String ID = "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d";

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "42", "my-source", "../workflows", "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d/x"})
    void aTargetNeedsAUuid(@Nullable String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.source(id))
                .withMessageContaining("must be a UUID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.destination(id))
                .withMessageContaining("must be a UUID");
    }

    @ParameterizedTest
    @NullSource
    void aTargetNeedsAUuidThatIsNotNull(@Nullable UUID id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.source(id))
                .withMessageContaining("must be a UUID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.destination(id))
                .withMessageContaining("must be a UUID");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "S3cret\n", "S3\r\nX-Evil: 1", "S3crét"})
    void aKeyIsOneLineOfText(@Nullable String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredClient.builder().apiKey(key))
                .withMessageContaining("The API key must")
                .withMessageNotContaining("S3");
    }

    @Test
    void aClientNeedsAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> UnstructuredClient.builder().build())
                .withMessageContaining("No API key for unstructured: call apiKey(...)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "platform.unstructuredapp.io", "https://me:S3cret@unstructured.example"})
    void aBaseUrlIsAnAddressWithoutSecrets(@Nullable String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredClient.builder().baseUrl(url))
                .withMessageContaining("The base URL")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void plainHttpNeedsPermission() {
        UnstructuredClient.Builder builder =
                UnstructuredClient.builder().apiKey("S3cret-key").baseUrl("http://unstructured.example");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("use https, or call allowPlainHttp()")
                .withMessageNotContaining("S3cret");
        assertThat(builder.allowPlainHttp().build()).hasToString("UnstructuredClient[http://unstructured.example]");
    }

    @Test
    void theEnvironmentHasToGiveTheKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> UnstructuredClient.from(new Environment(name -> null)))
                .withMessageContaining("UNSTRUCTURED_API_KEY");
    }

    @Test
    void theEnvironmentMayGiveTheAddress() {
        Map<String, String> variables = new HashMap<>(Map.of("UNSTRUCTURED_API_KEY", "S3cret-key"));
        assertThat(UnstructuredClient.from(new Environment(variables::get)))
                .hasToString("UnstructuredClient[https://platform.unstructuredapp.io]");
        variables.put("UNSTRUCTURED_API_URL", "https://acme.example.com/api/v1");
        assertThat(UnstructuredClient.from(new Environment(variables::get)))
                .hasToString("UnstructuredClient[https://acme.example.com]");
    }

    @Test
    void targetsAreEqualIfKindAndIdAre() {
        UnstructuredTarget target = UnstructuredTarget.source(ID);
        assertThat(target)
                .hasToString("source " + ID)
                .isEqualTo(UnstructuredTarget.source(UUID.fromString(ID)))
                .hasSameHashCodeAs(UnstructuredTarget.source(" " + ID + "\n"))
                .isNotEqualTo(UnstructuredTarget.destination(ID))
                .isNotEqualTo(UnstructuredTarget.source(UUID.randomUUID()));
        assertThat(UnstructuredTarget.destination(ID)).hasToString("destination " + ID);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", ":", "source", "source:", "source:42", "workflow:" + ID, "SOURCE:" + ID, ":" + ID})
    void aTokenThatNamesNoConnectorIsRefused(String reference) {
        String token = "cc1."
                + Base64.getUrlEncoder()
                        .encodeToString(
                                ("{\"v\":\"unstructured\",\"t\":\"" + reference + "\",\"c\":\"1\",\"s\":\"SCHEDULED\"}")
                                        .getBytes(StandardCharsets.UTF_8));
        try (ConnectionChecker checker = ConnectionChecker.of(
                UnstructuredClient.builder().apiKey("S3cret-key").build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.resume(token))
                    .withMessageContaining("This is no token");
        }
    }
}
