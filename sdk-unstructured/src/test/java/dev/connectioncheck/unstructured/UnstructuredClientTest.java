package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.client.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // callers may pass null all the same
class UnstructuredClientTest {
    private static final String ID = "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d";

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "42", "my-source", "../workflows", "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d/x"})
    void aTargetNeedsAUuid(@Nullable String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.source((UUID) null))
                .withMessageContaining("must be a UUID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.source(id))
                .withMessageContaining("must be a UUID");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> UnstructuredTarget.destination(id))
                .withMessageContaining("must be a UUID");
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                arguments("The API key must not be null or blank", set(client -> client.apiKey((String) null))),
                arguments("The API key must not be null or blank", set(client -> client.apiKey(" "))),
                arguments("look for a line break at its end", set(client -> client.apiKey("S3cret\n"))),
                arguments("The base URL must not be null or blank", set(client -> client.baseUrl(null))),
                arguments("such as https://", set(client -> client.baseUrl("unstructured.example"))),
                arguments("apiKey(...)", set(client -> client.baseUrl("https://me:S3cret@unstructured.example"))),
                arguments("call apiKey(...), or use fromEnvironment()", set(UnstructuredClient.Builder::build)),
                arguments(
                        "use https, or call allowPlainHttp()",
                        set(client -> client.apiKey("S3cret")
                                .baseUrl("http://unstructured.example")
                                .build())));
    }

    private static Consumer<UnstructuredClient.Builder> set(Consumer<UnstructuredClient.Builder> setting) {
        return setting;
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void aBadSettingIsRefusedWithAdviceAndWithoutShowingIt(
            String advice, Consumer<UnstructuredClient.Builder> setting) {
        assertThatThrownBy(() -> setting.accept(UnstructuredClient.builder()))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(advice)
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aClientShowsItsAddressAlone() {
        assertThat(UnstructuredClient.builder()
                        .apiKey("S3cret")
                        .baseUrl("http://unstructured.example")
                        .allowPlainHttp()
                        .build())
                .hasToString("UnstructuredClient[http://unstructured.example]");
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
                .hasToString("unstructured source " + ID)
                .isEqualTo(UnstructuredTarget.source(UUID.fromString(ID)))
                .hasSameHashCodeAs(UnstructuredTarget.source(" " + ID + "\n"))
                .isNotEqualTo(UnstructuredTarget.destination(ID))
                .isNotEqualTo(UnstructuredTarget.source(UUID.randomUUID()));
        assertThat(UnstructuredTarget.destination(ID)).hasToString("unstructured destination " + ID);
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
