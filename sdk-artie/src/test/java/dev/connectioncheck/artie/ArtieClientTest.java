package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.http.Environment;
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

    @ParameterizedTest
    @NullSource
    void anUnsavedConnectorIsNotNull(@Nullable PayloadsConnectorPayload payload) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved(payload))
                .withMessageContaining("such as postgresql");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved("postgresql", null))
                .withMessageContaining("sharedConfig must not be null");
    }

    @Test
    void anUnsavedConnectorHasNoUuid() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved(PayloadsConnectorPayload.builder()
                        .type("postgresql")
                        .uuid(ID)
                        .build()))
                .withMessageContaining("use ArtieTarget.saved(uuid)");
    }

    @Test
    void settingsThatAreNoJsonAreRefusedWithoutShowingThem() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieTarget.unsaved("postgresql", Map.of("password", "S3cret".toCharArray())))
                .withMessageContaining("sharedConfig.password")
                .withMessageContaining("use a text")
                .withMessageNotContaining("S3cret");
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "S3cret\n", "S3\r\nX-Evil: 1", "S3crét"})
    void aKeyIsOneLineOfText(@Nullable String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieClient.builder().apiKey(key))
                .withMessageContaining("The API key must")
                .withMessageNotContaining("S3");
    }

    @Test
    void aClientNeedsAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ArtieClient.builder().build())
                .withMessageContaining("No API key for artie: call apiKey(...)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "api.artie.com", "https://me:S3cret@artie.example"})
    void aBaseUrlIsAnAddressWithoutSecrets(@Nullable String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ArtieClient.builder().baseUrl(url))
                .withMessageContaining("The base URL")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void plainHttpNeedsPermission() {
        ArtieClient.Builder builder = ArtieClient.builder().apiKey("S3cret-key").baseUrl("http://artie.example");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("use https, or call allowPlainHttp()")
                .withMessageNotContaining("S3cret");
        assertThat(builder.allowPlainHttp().build()).hasToString("ArtieClient[http://artie.example]");
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
        assertThat(ArtieTarget.saved(" " + ID)).hasToString("connector " + ID);
        assertThat(ArtieTarget.unsaved("postgresql", CONFIG)).hasToString("unsaved postgresql connector");
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
