package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.Inside;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A client's builder that is told by keys. */
class ClientSettingsTest {
    @Test
    void theKeysAreThoseOfEveryVendorWithItsVariables() {
        List<SettingKey> keys = ClientSettings.keys("TOY_API_KEY", "TOY_API_URL");

        assertThat(keys)
                .extracting(SettingKey::name)
                .containsExactly("api-key", "base-url", "connect-timeout", "attempt-timeout", "allow-plain-http");
        assertThat(keys)
                .filteredOn(SettingKey::required)
                .extracting(SettingKey::name)
                .containsExactly("api-key");
        assertThat(keys)
                .flatExtracting(key -> key.variable().stream().toList())
                .containsExactly("TOY_API_KEY", "TOY_API_URL");
    }

    @Test
    void addressAndHttpClientAreUsed() {
        List<String> asked = new ArrayList<>();
        ToyVendor vendor = ToyVendor.replying(request -> {
            asked.add(request.url().toString());
            return Reply.works();
        });
        Settings settings = Settings.of(Map.of("api-key", "k-1", "base-url", "https://eu.toy.test"))
                .with(OkHttpClient.class, vendor.httpClient(new DirectExecutor()));

        ToyClient.builder().settings(settings).build().read("t1").execute();

        assertThat(asked).containsExactly("https://eu.toy.test/api/v1/toys/t1");
    }

    @Test
    void timeOutsAreUsed() {
        Settings settings = Settings.of(Map.of("api-key", "k-1", "connect-timeout", "7s", "attempt-timeout", "9s"));

        ApiRuntime runtime = ToyClient.builder().settings(settings).build().runtime();

        assertThat(((OkHttpClient) Inside.of(runtime, "transport", "client")).connectTimeoutMillis())
                .isEqualTo(7_000);
        assertThat(Inside.of(runtime, "transport", "attemptNanos"))
                .isEqualTo(Duration.ofSeconds(9).toNanos());
    }

    @Test
    void plainHttpIsAllowedByItsKey() {
        Settings settings =
                Settings.of(Map.of("api-key", "k-1", "base-url", "http://toy.test", "allow-plain-http", "true"));

        assertThat(ToyClient.builder().settings(settings).build().runtime().baseUrl())
                .isEqualTo("http://toy.test");
    }

    @ParameterizedTest
    @CsvSource({
        "base-url, http://toy.test, set allow-plain-http to true",
        "base-url, toy.test, must be an absolute http or https address",
        "connect-timeout, 0s, must be positive",
        "connect-timeout, soon, must be a time",
        "attempt-timeout, PT0S, must be positive",
        "attempt-timeout, 30, must be a time",
        "allow-plain-http, yes, must be true or false",
    })
    void aValueThatCannotBeUsedIsRefusedWithItsKey(String key, String value, String why) {
        assertRefused(Map.of("api-key", "k-1", key, value), key, why);
    }

    @Test
    void theApiKeyMustBeThereAndBeOne() {
        assertRefused(Map.of(), "api-key", "api-key is missing");
        assertRefused(Map.of("api-key", " "), "api-key", "api-key is missing");
        assertRefused(Map.of("api-key", "s3cr3t\nnext"), "api-key", "line break");
    }

    private static void assertRefused(Map<String, ?> values, String key, String why) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> ToyClient.builder().settings(Settings.of(new HashMap<>(values))))
                .withMessageContaining(why)
                .withMessageNotContaining("s3cr3t")
                .satisfies(e -> assertThat(e.key()).isEqualTo(key));
    }
}
