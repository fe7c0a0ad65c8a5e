package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.client.Environment;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RealAccountsTest {
    @Test
    void withoutAKeyNobodyIsReallyAsked() {
        RealAccounts accounts = accounts(Map.of());

        assertThat(accounts.squared()).isEmpty();
        assertThat(accounts.unstructured()).isEmpty();
        assertThat(accounts.datafold()).isEmpty();
        assertThat(accounts.artie()).isEmpty();
        assertThat(accounts.mayBeChecked()).isFalse();
    }

    @Test
    void aKeyIsEnough() {
        RealAccounts accounts = accounts(Map.of(
                "SQUARED_API_KEY", "k",
                "SQUARED_WORKSPACE_ID", "7",
                "UNSTRUCTURED_API_KEY", "k",
                "UNSTRUCTURED_API_URL", "https://unstructured.example.com",
                "DATAFOLD_API_KEY", "k",
                "ARTIE_API_KEY", "k"));

        assertThat(accounts.squared().orElseThrow().isReal()).isTrue();
        assertThat(accounts.unstructured().orElseThrow().client())
                .hasToString("UnstructuredClient[https://unstructured.example.com]");
        assertThat(accounts.datafold().orElseThrow().client()).hasToString("DatafoldClient[https://app.datafold.com]");
        assertThat(accounts.artie().orElseThrow().vendor()).isEqualTo("artie");
    }

    @Test
    void squaredNeedsAWorkspaceToo() {
        RealAccounts accounts = accounts(Map.of("SQUARED_API_KEY", "k"));

        assertThatIllegalStateException().isThrownBy(accounts::squared).withMessageContaining("SQUARED_WORKSPACE_ID");
    }

    @ParameterizedTest
    @CsvSource({"yes,true", "YES,true", "no,false", "true,false"})
    void onlyYesLetsRealVendorsCheck(String value, boolean checked) {
        assertThat(accounts(Map.of("CONNECTION_CHECK_REAL", value)).mayBeChecked())
                .isEqualTo(checked);
    }

    private static RealAccounts accounts(Map<String, String> environment) {
        return new RealAccounts(new Environment(environment::get));
    }
}
