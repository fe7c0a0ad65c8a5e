package dev.connectioncheck.client;

import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import java.util.List;

/** Lists the keys that {@link ClientBuilder#settings} understands, for {@code VendorModule.clientKeys()}. */
public final class ClientSettings {
    static final String API_KEY = "api-key";
    static final String BASE_URL = "base-url";
    static final String CONNECT_TIMEOUT = "connect-timeout";
    static final String ATTEMPT_TIMEOUT = "attempt-timeout";
    static final String ALLOW_PLAIN_HTTP = "allow-plain-http";

    private ClientSettings() {}

    /**
     * Lists what every vendor's client can be told.
     *
     * @param apiKeyVariable the environment variable that holds the vendor's API key
     * @param baseUrlVariable the environment variable that holds the vendor's address
     * @return the keys; the API key alone must not be left out
     */
    public static List<SettingKey> keys(String apiKeyVariable, String baseUrlVariable) {
        return List.of(
                SettingKey.of(API_KEY, Kind.SECRET, "The API key, without any word before it.")
                        .asRequired()
                        .withVariable(apiKeyVariable),
                SettingKey.of(BASE_URL, Kind.TEXT, "Where the vendor's service is; the default is the vendor's own.")
                        .withVariable(baseUrlVariable),
                SettingKey.of(
                        CONNECT_TIMEOUT, Kind.DURATION, "How long connecting may take; the default is 10 seconds."),
                SettingKey.of(
                        ATTEMPT_TIMEOUT, Kind.DURATION, "How long one attempt may take; the default is 30 seconds."),
                SettingKey.of(
                        ALLOW_PLAIN_HTTP,
                        Kind.FLAG,
                        "Whether the key may travel unprotected, over http, to a host that is not this machine."));
    }
}
