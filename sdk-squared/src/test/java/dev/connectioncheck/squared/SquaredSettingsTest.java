package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.squared.model.ConnectorChanges;
import dev.connectioncheck.squared.model.UpdateConnectorRequest;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which of Squared's settings are secret though their names don't say so, and which are not though they may look it.
 */
class SquaredSettingsTest {
    /** Of no name or looks that say that it is one. */
    private static final String SECRET = "quietly";

    @ParameterizedTest
    @ValueSource(strings = {"public_api_key", "client_id", "tenant_id", "realm_id", "deployment_id", "private_key_id"})
    void whatADefinitionMarksIsHidden(String name) {
        Map<String, Object> settings = Map.of("credentials_json", Map.of(name, SECRET), "host", "ordinary");
        SquaredTarget target = SquaredTarget.source("GoogleDrive", settings);
        UpdateConnectorRequest update = UpdateConnectorRequest.builder()
                .connector(ConnectorChanges.builder().configuration(settings).build())
                .build();

        for (Object body : new Object[] {target.toCheck(), target.toCreate("orders"), update}) {
            assertThat(masked(body, "no ordinary " + SECRET)).isEqualTo("no ordinary ***");
        }
    }

    private static String masked(Object body, String text) {
        Secrets secrets = new Secrets();
        secrets.addBody(body);
        return secrets.clean(text);
    }
}
