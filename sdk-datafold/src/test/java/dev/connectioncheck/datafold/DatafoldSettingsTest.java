package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.datafold.model.NewDataSource;
import dev.connectioncheck.internal.secret.Secrets;
import java.util.Map;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Which of Datafold's settings are secret though their names don't say so, and which are not though they may look it.
 */
class DatafoldSettingsTest {
    /** Of no name or looks that say that it is one. */
    private static final String SECRET = "quietly";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "jsonKeyFile",
                "jsonOAuthKeyFile",
                "keyPairFile",
                "rootcert",
                "customcert",
                "ssl_certificate",
                "ewallet_pem_file",
                "ewallet_pkcs12_file"
            })
    void whatIsWrittenAndNeverReadIsHidden(String name) {
        NewDataSource source = NewDataSource.builder()
                .name("warehouse")
                .type("bigquery")
                .options(Map.of(name, SECRET, "host", "ordinary"))
                .build();

        assertThat(masked(source, "no ordinary " + SECRET)).isEqualTo("no ordinary ***");
    }

    private static String masked(Object body, String text) {
        Secrets secrets = new Secrets();
        secrets.addBody(body);
        return secrets.clean(text);
    }
}
