package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.connectioncheck.client.Environment;
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
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // callers may pass null all the same
class ArtieClientTest {
    private static final String ID = "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d";
    private static final Map<String, String> CONFIG = Map.of("host", "db", "password", "S3cret-of-mine");

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "42", "ping", "../pipelines", "a1b2c3d4-5e6f-7a8b-9c0d-1e2f3a4b5c6d/x"})
    void aSavedConnectorIsNamedByAUuid(@Nullable String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.saved(id))
                .withMessageContaining("must be a UUID");
    }

    @ParameterizedTest
    @NullSource
    void aSavedConnectorIsNamedByAUuidThatIsNotNull(@Nullable UUID id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.saved(id))
                .withMessageContaining("must be a UUID");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "\n"})
    void anUnsavedConnectorHasAType(@Nullable String type) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved(type, CONFIG))
                .withMessageContaining("such as postgresql")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void anUnsavedConnectorHasSettings() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved("postgresql", null))
                .withMessageContaining("sharedConfig must not be null");
    }

    @ParameterizedTest
    @ValueSource(strings = {"uuid", "type", "sharedConfig", "defaultDatabase", "connectionRole", "sshTunnelUUID"})
    void aFieldThatHasAMethodOfItsOwnIsSetByThatAlone(String field) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved("postgresql", CONFIG).with(field, "x"))
                .withMessageContaining(field + " has a method of its own");
    }

    @Test
    void aSavedConnectorKeepsWhatItHas() {
        ArtieTarget saved = ArtieTarget.saved(ID);

        assertThatIllegalStateException().isThrownBy(() -> saved.database("orders"));
        assertThatIllegalStateException().isThrownBy(() -> saved.with("brandNew", 1));
    }

    @Test
    void settingsThatAreNoJsonAreRefusedWithoutShowingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved("postgresql", Map.of("password", "S3cret".toCharArray())))
                .withMessageContaining("sharedConfig.password")
                .withMessageContaining("use a text")
                .withMessageNotContaining("S3cret");
    }

    static Stream<Arguments> badSettings() {
        return Stream.of(
                arguments("The API key must not be null or blank", set(client -> client.apiKey((String) null))),
                arguments("The API key must not be null or blank", set(client -> client.apiKey(" "))),
                arguments("look for a line break at its end", set(client -> client.apiKey("S3cret\n"))),
                arguments("The base URL must not be null or blank", set(client -> client.baseUrl(null))),
                arguments("such as https://", set(client -> client.baseUrl("artie.example"))),
                arguments("apiKey(...)", set(client -> client.baseUrl("https://me:S3cret@artie.example"))),
                arguments("call apiKey(...), or use fromEnvironment()", set(ArtieClient.Builder::build)),
                arguments(
                        "use https, or call allowPlainHttp()",
                        set(client -> client.apiKey("S3cret")
                                .baseUrl("http://artie.example")
                                .build())));
    }

    private static Consumer<ArtieClient.Builder> set(Consumer<ArtieClient.Builder> setting) {
        return setting;
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void aBadSettingIsRefusedWithAdviceAndWithoutShowingIt(String advice, Consumer<ArtieClient.Builder> setting) {
        assertThatThrownBy(() -> setting.accept(ArtieClient.builder()))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(advice)
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aClientShowsItsAddressAlone() {
        assertThat(ArtieClient.builder()
                        .apiKey("S3cret")
                        .baseUrl("http://artie.example")
                        .allowPlainHttp()
                        .build())
                .hasToString("ArtieClient[http://artie.example]");
    }

    @Test
    void theEnvironmentHasToGiveTheKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ArtieClient.from(new Environment(name -> null)))
                .withMessageContaining("ARTIE_API_KEY");
    }

    @Test
    void theEnvironmentMayGiveTheAddress() {
        Map<String, String> variables = new HashMap<>(Map.of("ARTIE_API_KEY", "S3cret-key"));
        assertThat(ArtieClient.from(new Environment(variables::get))).hasToString("ArtieClient[https://api.artie.com]");
        variables.put("ARTIE_API_URL", "https://artie.example.com/");
        assertThat(ArtieClient.from(new Environment(variables::get)))
                .hasToString("ArtieClient[https://artie.example.com]");
    }

    @Test
    void targetsShowWhatTheyNameAndNoSetting() {
        assertThat(ArtieTarget.saved(" " + ID)).hasToString("artie connector " + ID);
        assertThat(ArtieTarget.unsaved("postgresql", CONFIG)).hasToString("artie connector (unsaved postgresql)");
    }

    @Test
    void targetsAreEqualIfAllTheyNameIs() {
        assertThat(ArtieTarget.saved(ID))
                .isEqualTo(ArtieTarget.saved(UUID.fromString(ID)))
                .hasSameHashCodeAs(ArtieTarget.saved(UUID.fromString(ID)))
                .isNotEqualTo(ArtieTarget.saved(UUID.randomUUID()));
        assertThat(ArtieTarget.unsaved("postgresql", CONFIG))
                .isEqualTo(ArtieTarget.unsaved("postgresql", new HashMap<>(CONFIG)))
                .hasSameHashCodeAs(ArtieTarget.unsaved("postgresql", new HashMap<>(CONFIG)))
                .isNotEqualTo(ArtieTarget.unsaved("mysql", CONFIG))
                .isNotEqualTo(ArtieTarget.unsaved("postgresql", Map.of()));
    }
}
