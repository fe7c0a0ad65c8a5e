package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.client.Environment;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
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
class SquaredClientTest {
    private static final Map<String, String> SPEC = Map.of("host", "db.example.com", "password", "S3cret-of-mine");

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\t"})
    void aTargetNeedsADefinition(@Nullable String definition) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaredTarget.source(definition, SPEC))
                .withMessageContaining("such as Postgresql")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void aTargetNeedsSettings() {
        Map<String, String> none = null;

        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaredTarget.destination("Klaviyo", none))
                .withMessageContaining("connection_spec must not be null");
    }

    @Test
    void emptySettingsAreLeftToTheVendorToRefuse() {
        assertThat(SquaredTarget.destination("Klaviyo", Map.of())).hasToString("squared destination Klaviyo");
    }

    @Test
    void settingsThatAreNoJsonAreRefusedWithoutShowingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> SquaredTarget.source(
                        "Postgresql", Map.of("credentials", Map.of("password", new StringBuilder[] {}))))
                .withMessageContaining("connection_spec.credentials.password")
                .withMessageContaining("use a text");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = " ")
    void aConnectorNeedsAName(@Nullable String name) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().createConnector(SquaredTarget.source("Postgresql", SPEC), name))
                .withMessageContaining("name must not be null or blank");
    }

    @Test
    void aConnectorNeedsATarget() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client().createConnector(null, "Warehouse"))
                .withMessageContaining("target must not be null");
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                arguments("must be 1 or more, but is -7", set(client -> client.workspaceId(-7))),
                arguments("must be 1 or more, but is 0", set(client -> client.workspaceId(0))),
                arguments("The API key must not be null or blank", set(client -> client.apiKey((String) null))),
                arguments("The API key must not be null or blank", set(client -> client.apiKey(" "))),
                arguments("look for a line break at its end", set(client -> client.apiKey("S3cret\n"))),
                arguments("The base URL must not be null or blank", set(client -> client.baseUrl(null))),
                arguments("such as https://", set(client -> client.baseUrl("squared.example"))),
                arguments("apiKey(...)", set(client -> client.baseUrl("https://me:S3cret@squared.example"))),
                arguments("call apiKey(...), or use fromEnvironment()", set(SquaredClient.Builder::build)),
                arguments(
                        "call workspaceId(...), or use fromEnvironment()",
                        set(client -> client.apiKey("S3cret").build())),
                arguments(
                        "use https, or call allowPlainHttp()",
                        set(client -> client.apiKey("S3cret")
                                .baseUrl("http://squared.example")
                                .build())));
    }

    private static Consumer<SquaredClient.Builder> set(Consumer<SquaredClient.Builder> setting) {
        return setting;
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void aBadSettingIsRefusedWithAdviceAndWithoutShowingIt(String advice, Consumer<SquaredClient.Builder> setting) {
        assertThatThrownBy(() -> setting.accept(SquaredClient.builder()))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(advice)
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aClientShowsItsAddressAlone() {
        assertThat(SquaredClient.builder()
                        .apiKey("S3cret")
                        .workspaceId(7)
                        .baseUrl("http://squared.example")
                        .allowPlainHttp()
                        .build())
                .hasToString("SquaredClient[http://squared.example]");
    }

    @ParameterizedTest
    @ValueSource(strings = {"SQUARED_API_KEY", "SQUARED_WORKSPACE_ID"})
    void theEnvironmentHasToNameKeyAndWorkspace(String missing) {
        Map<String, String> variables = new HashMap<>(variables());
        variables.remove(missing);
        assertThatIllegalStateException()
                .isThrownBy(() -> SquaredClient.from(new Environment(variables::get)))
                .withMessageContaining(missing)
                .withMessageNotContaining("S3cret");
    }

    @Test
    void aWorkspaceInTheEnvironmentIsANumber() {
        Map<String, String> variables = new HashMap<>(variables());
        variables.put("SQUARED_WORKSPACE_ID", "S3cret-pasted-here");
        assertThatIllegalStateException()
                .isThrownBy(() -> SquaredClient.from(new Environment(variables::get)))
                .withMessageContaining("SQUARED_WORKSPACE_ID must be a whole number")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void theEnvironmentMayGiveTheAddress() {
        Map<String, String> variables = new HashMap<>(variables());
        assertThat(SquaredClient.from(new Environment(variables::get)))
                .hasToString("SquaredClient[https://api.squared.ai]");
        variables.put("SQUARED_API_URL", "https://squared.example.com/api/v1/");
        assertThat(SquaredClient.from(new Environment(variables::get)))
                .hasToString("SquaredClient[https://squared.example.com]");
    }

    @Test
    void aTargetShowsItsDefinitionAndNoSetting() {
        assertThat(SquaredTarget.source("Postgresql", SPEC)).hasToString("squared source Postgresql");
        assertThat(SquaredTarget.destination("Klaviyo", SPEC)).hasToString("squared destination Klaviyo");
    }

    @Test
    void targetsAreEqualIfAllTheyNameIs() {
        SquaredTarget target = SquaredTarget.source("Postgresql", SPEC);
        assertThat(target)
                .isEqualTo(SquaredTarget.source("Postgresql", new HashMap<>(SPEC)))
                .hasSameHashCodeAs(SquaredTarget.source("Postgresql", new HashMap<>(SPEC)))
                .isNotEqualTo(SquaredTarget.destination("Postgresql", SPEC))
                .isNotEqualTo(SquaredTarget.source("Redshift", SPEC))
                .isNotEqualTo(SquaredTarget.source("Postgresql", Map.of("host", "other")));
    }

    @Test
    void aTargetMayHoldNulls() {
        assertThat(SquaredTarget.source("Postgresql", Collections.singletonMap("schema", null)))
                .isNotNull();
    }

    @Test
    void anInlineCheckCannotBeResumed() {
        try (ConnectionChecker checker = ConnectionChecker.of(client())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.resume("cc1.eyJ2Ijoic3F1YXJlZCIsInQiOiJ4IiwiYyI6IjEiLCJzIjoicyJ9"))
                    .withMessageContaining("This is no token");
        }
    }

    private static SquaredClient client() {
        return SquaredClient.builder().apiKey("S3cret-key").workspaceId(7).build();
    }

    private static Map<String, String> variables() {
        return Map.of("SQUARED_API_KEY", "S3cret-key", "SQUARED_WORKSPACE_ID", "7");
    }
}
