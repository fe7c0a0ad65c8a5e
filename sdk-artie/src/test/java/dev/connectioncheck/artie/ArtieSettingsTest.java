package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.artie.model.ConnectorPayload;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.model.SecretHolder;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Which of Artie's settings are secret though their names don't say so, and which are not though they may look it. */
class ArtieSettingsTest {
    /** Of no name or looks that say that it is one. */
    private static final String SECRET = "quietly";

    /** Made up, as secrets are. */
    private static final String ORDINARY = "A1b2C3d4E5f6";

    @ParameterizedTest
    @ValueSource(strings = {"virtualDWH", "accountIdentifier", "volume"})
    void whatOnlyLooksLikeASecretIsShown(String name) {
        assertThat(bodies(name, ORDINARY))
                .allSatisfy(body -> assertThat(masked(body, "no " + ORDINARY)).isEqualTo("no " + ORDINARY));
    }

    @ParameterizedTest
    @ValueSource(strings = {"privateKey", "credentialsData", "personalAccessToken", "awsSecretAccessKey", "credential"})
    void whatItsNameTellsIsHidden(String name) {
        assertThat(bodies(name, SECRET))
                .allSatisfy(body -> assertThat(masked(body, "no " + SECRET)).isEqualTo("no ***"));
    }

    @Test
    void asMuchIsSaidOfSavedSettingsAsOfOthers() {
        assertThat(bodies("host", "db"))
                .extracting(ArtieSettingsTest::marks)
                .containsOnly("MarkedSettings[0 secret, 3 ordinary]");
    }

    private static String marks(SecretHolder body) {
        List<Object> parts = new ArrayList<>();
        body.secrets(parts::add);
        return String.valueOf(parts.get(0));
    }

    private static List<SecretHolder> bodies(String name, String value) {
        ObjectNode saved = JsonNodeFactory.instance.objectNode();
        saved.putObject("sharedConfig").put(name, value);
        return List.of(
                new SavedConnector(saved),
                PayloadsConnectorPayload.builder()
                        .sharedConfig(Map.of(name, value))
                        .build(),
                ConnectorPayload.builder().sharedConfig(Map.of(name, value)).build());
    }

    private static String masked(Object body, String text) {
        Secrets secrets = new Secrets();
        secrets.addBody(body);
        return secrets.clean(text);
    }
}
