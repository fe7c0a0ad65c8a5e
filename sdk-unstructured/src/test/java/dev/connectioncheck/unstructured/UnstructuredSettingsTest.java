package dev.connectioncheck.unstructured;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.unstructured.model.CreateDestinationConnector;
import dev.connectioncheck.unstructured.model.CreateSourceConnector;
import dev.connectioncheck.unstructured.model.UpdateDestinationConnector;
import dev.connectioncheck.unstructured.model.UpdateSourceConnector;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which of Unstructured's settings are secret though their names don't say so, and which are not though they may look
 * it.
 */
class UnstructuredSettingsTest {
    /** Of no name or looks that say that it is one. */
    private static final String SECRET = "quietly";

    /** Made up, as secrets are. */
    private static final String ORDINARY = "A1b2C3d4E5f6";

    @ParameterizedTest
    @ValueSource(strings = {"key", "box_app_config"})
    void whatNoNameTellsIsHidden(String name) {
        assertThat(bodies(Map.of(name, SECRET)))
                .allSatisfy(body -> assertThat(masked(body, "no " + SECRET)).isEqualTo("no ***"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"record_id_key", "user_pname", "site"})
    void whatOnlyLooksLikeASecretIsShown(String name) {
        assertThat(bodies(Map.of(name, ORDINARY)))
                .allSatisfy(body -> assertThat(masked(body, "no " + ORDINARY)).isEqualTo("no " + ORDINARY));
    }

    private static List<Object> bodies(Map<String, Object> config) {
        return List.of(
                CreateSourceConnector.builder()
                        .name("n")
                        .type("s3")
                        .config(config)
                        .build(),
                UpdateSourceConnector.builder().config(config).build(),
                CreateDestinationConnector.builder()
                        .name("n")
                        .type("s3")
                        .config(config)
                        .build(),
                UpdateDestinationConnector.builder().config(config).build());
    }

    private static String masked(Object body, String text) {
        Secrets secrets = new Secrets();
        secrets.addBody(body);
        return secrets.clean(text);
    }
}
