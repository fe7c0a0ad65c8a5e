package dev.connectioncheck.datafold;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.http.Environment;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

@SuppressWarnings("NullAway") // callers may pass null all the same
class DatafoldClientTest {
    @ParameterizedTest
    @ValueSource(longs = {0, -1, Long.MIN_VALUE})
    void aDataSourceHasAPositiveId(long id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatafoldTarget.dataSource(id))
                .withMessageContaining("must be 1 or more, but is " + id);
    }

    @ParameterizedTest
    @NullAndEmptySource
    @ValueSource(strings = {" ", "S3cret\n", "S3\r\nX-Evil: 1", "S3crét"})
    void aKeyIsOneLineOfText(@Nullable String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatafoldClient.builder().apiKey(key))
                .withMessageContaining("The API key must")
                .withMessageNotContaining("S3");
    }

    @Test
    void aClientNeedsAKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DatafoldClient.builder().build())
                .withMessageContaining("No API key for datafold: call apiKey(...)");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {"", "eu.datafold.com", "https://me:S3cret@datafold.example", "https://x.example/?key=S3cret"})
    void aBaseUrlIsAnAddressWithoutSecrets(@Nullable String url) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> DatafoldClient.builder().baseUrl(url))
                .withMessageContaining("The base URL")
                .withMessageNotContaining("S3cret");
    }

    @Test
    void plainHttpNeedsPermission() {
        DatafoldClient.Builder builder =
                DatafoldClient.builder().apiKey("S3cret-key").baseUrl("http://datafold.example");
        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContaining("use https, or call allowPlainHttp()")
                .withMessageNotContaining("S3cret");
        assertThat(builder.allowPlainHttp().build()).hasToString("DatafoldClient[http://datafold.example]");
    }

    @Test
    void theEnvironmentHasToGiveTheKey() {
        assertThatIllegalStateException()
                .isThrownBy(() -> DatafoldClient.from(new Environment(name -> null)))
                .withMessageContaining("DATAFOLD_API_KEY");
    }

    @ParameterizedTest
    @CsvSource({
        ", https://app.datafold.com",
        "' ', https://app.datafold.com",
        "https://eu.datafold.com, https://eu.datafold.com",
        "https://eu.datafold.com/api/v1/, https://eu.datafold.com"
    })
    void theEnvironmentMayGiveTheHost(@Nullable String host, String address) {
        Map<String, String> variables = new HashMap<>(Map.of("DATAFOLD_API_KEY", "S3cret-key"));
        variables.put("DATAFOLD_HOST", host);
        assertThat(DatafoldClient.from(new Environment(variables::get))).hasToString("DatafoldClient[" + address + "]");
    }

    @Test
    void targetsAreEqualIfTheirIdsAre() {
        assertThat(DatafoldTarget.dataSource(5_000_000_000L))
                .hasToString("data source 5000000000")
                .isEqualTo(DatafoldTarget.dataSource(5_000_000_000L))
                .hasSameHashCodeAs(DatafoldTarget.dataSource(5_000_000_000L))
                .isNotEqualTo(DatafoldTarget.dataSource((int) 5_000_000_000L & Integer.MAX_VALUE));
    }

    @ParameterizedTest
    @CsvSource({"'', 1", "0, 1", "-1, 1", "x, 1", "1, ''", "1, x", "1, ../../users", "1, 99999999999999999999"})
    void aTokenThatNamesNoDataSourceOrJobIsRefused(String dataSource, String job) {
        String token = "cc1."
                + Base64.getUrlEncoder()
                        .encodeToString(("{\"v\":\"datafold\",\"t\":\"" + dataSource + "\",\"c\":\"" + job
                                        + "\",\"s\":\"processing\"}")
                                .getBytes(StandardCharsets.UTF_8));
        try (ConnectionChecker checker = ConnectionChecker.of(
                DatafoldClient.builder().apiKey("S3cret-key").build())) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> checker.resume(token))
                    .withMessageContaining("This is no token");
        }
    }
}
