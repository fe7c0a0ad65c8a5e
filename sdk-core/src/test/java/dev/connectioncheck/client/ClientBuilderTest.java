package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.toy.DirectExecutor;
import dev.connectioncheck.toy.Inside;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.OkHttpClient;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.NullSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a client's settings may be. */
class ClientBuilderTest {
    private final ToyClient.Builder builder = ToyClient.builder().withKey();

    @ParameterizedTest
    @NullSource
    @ValueSource(strings = {"", "  ", "\n"})
    void aKeyThatIsNoneIsRefused(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToyClient.builder().apiKey(key))
                .withMessage("The API key must not be null or blank.");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"s3cr3t\n", "s3cr3t\r\nX-Other: 1", "s3cr\u00e9t", "s3cr3t\u0000", "s3cr3t\t", "s3cr3t\u2028"})
    void aKeyThatNoHeaderMayHaveIsRefusedUnseen(String key) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ToyClient.builder().apiKey(key))
                .withMessageContainingAll("The API key", "line break")
                .withMessageNotContaining("s3cr");
    }

    @Test
    void aClientWithoutAKeySaysHowToGiveOne() {
        assertThatIllegalStateException()
                .isThrownBy(() -> ToyClient.builder().build())
                .withMessage("No API key for toy: call apiKey(...), or use fromEnvironment().");
    }

    @ParameterizedTest
    @CsvSource({
        "https://eu.toy.test, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test/, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test//, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test/api/v1, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test/api/v1/, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test/api/v1/api/v1, https://eu.toy.test/api/v1/toys/t1",
        "https://eu.toy.test/proxy, https://eu.toy.test/proxy/api/v1/toys/t1",
        "https://eu.toy.test/proxy/api/v1/, https://eu.toy.test/proxy/api/v1/toys/t1",
        "https://eu.toy.test:8443, https://eu.toy.test:8443/api/v1/toys/t1",
        "' https://eu.toy.test ', https://eu.toy.test/api/v1/toys/t1",
        "HTTPS://EU.TOY.TEST, https://eu.toy.test/api/v1/toys/t1",
    })
    void aBaseUrlMayHaveTheApisPathAndSlashesOrNot(String baseUrl, String expected) {
        List<String> asked = new ArrayList<>();
        ToyVendor vendor = ToyVendor.replying(request -> {
            asked.add(request.url().toString());
            return Reply.works();
        });

        ToyClient client = builder.baseUrl(baseUrl)
                .httpClient(vendor.httpClient(new DirectExecutor()))
                .build();

        assertThat(client.read("t1").execute().status()).isEqualTo("works");
        assertThat(asked).containsExactly(expected);
    }

    @Test
    void theDefaultBaseUrlIsTheVendorsOwn() {
        assertThat(builder.build().runtime().baseUrl()).isEqualTo("https://api.toy.test");
        assertThat(builder.build().runtime()).hasToString("toy at https://api.toy.test");
    }

    @ParameterizedTest
    @NullSource
    @ValueSource(
            strings = {
                "",
                " ",
                "api.toy.test",
                "/api/v1",
                "ftp://api.toy.test",
                "https://",
                "toy",
                "https://toy'\u0424.test"
            })
    void whatIsNoAbsoluteAddressIsRefused(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.baseUrl(baseUrl))
                .withMessageStartingWith("The base URL");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://user:s3cr3t@api.toy.test",
                "https://s3cr3t@api.toy.test",
                "https://api.toy.test?key=s3cr3t",
                "https://api.toy.test/#s3cr3t",
                "https://user:s3cr3t@api toy test",
            })
    void aBaseUrlThatMayHoldASecretIsRefusedUnseen(String baseUrl) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.baseUrl(baseUrl))
                .withMessageStartingWith("The base URL")
                .withMessageNotContaining("s3cr3t");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://localhost:8080",
                "http://LOCALHOST",
                "http://toy.localhost",
                "http://127.0.0.1:8080",
                "http://127.1.2.3",
                "http://[::1]:8080",
                "http://[0:0:0:0:0:0:0:1]",
                "http://[::ffff:127.0.0.1]",
            })
    void plainHttpToThisMachineNeedsNoPermission(String baseUrl) {
        assertThat(builder.baseUrl(baseUrl).build()).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://api.toy.test",
                "http://10.0.0.1",
                "http://128.0.0.1",
                "http://[::2]",
                "http://[fe80::1]",
                "http://0.0.0.0",
                "http://localhost.toy.test",
                "http://notlocalhost",
                "http://127.0.0.1.toy.test",
            })
    void plainHttpToAnotherMachineNeedsPermission(String baseUrl) {
        builder.baseUrl(baseUrl);

        assertThatIllegalArgumentException()
                .isThrownBy(builder::build)
                .withMessageContainingAll(baseUrl, "use https, or call allowPlainHttp()");
        assertThat(builder.allowPlainHttp().build()).isNotNull();
    }

    @Test
    void timeOutsAreAPositiveTime() {
        for (Duration bad : new Duration[] {Duration.ZERO, Duration.ofSeconds(-1)}) {
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.connectTimeout(bad))
                    .withMessageStartingWith("connectTimeout must be positive");
            assertThatIllegalArgumentException()
                    .isThrownBy(() -> builder.attemptTimeout(bad))
                    .withMessageStartingWith("attemptTimeout must be positive");
        }
        assertThat(builder.attemptTimeout(Duration.ofSeconds(Long.MAX_VALUE)).build())
                .isNotNull();
    }

    /** OkHttp's own counts whole milliseconds, and takes none for no bound at all. */
    @ParameterizedTest
    @CsvSource({"PT0.000000001S, 1", "PT0.0019S, 1", "PT7S, 7000", "P24D, 2073600000", "P365D, 2147483647"})
    void connectingIsBoundedHoweverShortOrLongTheTime(Duration time, int millis) {
        ToyClient client = builder.connectTimeout(time).build();

        assertThat(((OkHttpClient) Inside.of(client.runtime(), "transport", "client")).connectTimeoutMillis())
                .isEqualTo(millis);
    }

    @Test
    void theLongestTimeForConnectingIsATimeToo() {
        ToyClient client =
                builder.connectTimeout(Duration.ofSeconds(Long.MAX_VALUE)).build();

        assertThat(client).isNotNull();
    }

    @ParameterizedTest
    @ValueSource(ints = {0, -1, Integer.MIN_VALUE})
    void theCallsInFlightAreAPositiveNumber(int most) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.maxCallsInFlight(most))
                .withMessage("maxCallsInFlight must be positive, but is " + most + ".");
    }

    @Test
    void oneCallInFlightIsEnough() {
        ToyClient client = builder.maxCallsInFlight(1).build();

        assertThat(((Transport) Inside.of(client.runtime(), "transport"))
                        .limits()
                        .reached())
                .startsWith("This client has at most 1 calls in flight");
    }

    @Test
    void theCallsInFlightOfAClientOfTheUsersAreItsDispatchers() {
        builder.maxCallsInFlight(7).httpClient(new OkHttpClient());

        assertThatIllegalStateException()
                .isThrownBy(builder::build)
                .withMessageContainingAll("maxCallsInFlight", "httpClient", "dispatcher");
    }

    @Test
    void aHeaderThatNoRequestMayHaveIsRefused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.headers(Map.of("X-Workspace", "1\r\nX-Other: s3cr3t"))
                        .build())
                .withMessageContaining("X-Workspace")
                .withMessageNotContaining("s3cr3t");
    }
}
