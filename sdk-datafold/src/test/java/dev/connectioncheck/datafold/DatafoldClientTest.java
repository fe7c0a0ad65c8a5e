package dev.connectioncheck.datafold;

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
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
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

    static Stream<Arguments> badSettings() {
        return Stream.of(
                arguments("The API key must not be null or blank", set(client -> client.apiKey((String) null))),
                arguments("The API key must not be null or blank", set(client -> client.apiKey(" "))),
                arguments("look for a line break at its end", set(client -> client.apiKey("S3cret\n"))),
                arguments("The base URL must not be null or blank", set(client -> client.baseUrl(null))),
                arguments("such as https://", set(client -> client.baseUrl("datafold.example"))),
                arguments("apiKey(...)", set(client -> client.baseUrl("https://me:S3cret@datafold.example"))),
                arguments("call apiKey(...), or use fromEnvironment()", set(DatafoldClient.Builder::build)),
                arguments(
                        "use https, or call allowPlainHttp()",
                        set(client -> client.apiKey("S3cret")
                                .baseUrl("http://datafold.example")
                                .build())));
    }

    private static Consumer<DatafoldClient.Builder> set(Consumer<DatafoldClient.Builder> setting) {
        return setting;
    }

    @ParameterizedTest
    @MethodSource("badSettings")
    void aBadSettingIsRefusedWithAdviceAndWithoutShowingIt(String advice, Consumer<DatafoldClient.Builder> setting) {
        assertThatThrownBy(() -> setting.accept(DatafoldClient.builder()))
                .isInstanceOfAny(IllegalArgumentException.class, IllegalStateException.class)
                .hasMessageContaining(advice)
                .hasMessageNotContaining("S3cret");
    }

    @Test
    void aClientShowsItsAddressAlone() {
        assertThat(DatafoldClient.builder()
                        .apiKey("S3cret")
                        .baseUrl("http://datafold.example")
                        .allowPlainHttp()
                        .build())
                .hasToString("DatafoldClient[http://datafold.example]");
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
                .hasToString("datafold data source 5000000000")
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
