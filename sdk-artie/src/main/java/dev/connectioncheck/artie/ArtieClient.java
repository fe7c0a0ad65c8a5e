package dev.connectioncheck.artie;

import dev.connectioncheck.artie.api.ConnectorsApi;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import java.util.Map;
import java.util.Optional;

/**
 * Talks to Artie.
 *
 * <p>Pass it to a {@link dev.connectioncheck.ConnectionChecker}, or use its operations directly. Immutable; share one.
 *
 * <p>What {@code PASSED} is worth: Artie says that a connection works with 204 and no words, so whatever stands before
 * it and answers 204 to everything says so too. A saved connector is read before it is pinged, which finds such a
 * gateway; settings that are not saved have nothing to read.
 */
public final class ArtieClient implements VendorClient {
    private static final VendorProfile PROFILE =
            VendorProfile.builder(ArtieTarget.VENDOR, "https://api.artie.com").build();

    private final ApiRuntime runtime;
    private final ConnectorsApi connectors;

    private ArtieClient(ApiRuntime runtime) {
        this.runtime = runtime;
        this.connectors = new ConnectorsApi(runtime);
    }

    /**
     * Starts a client with settings of its own.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Makes a client from {@code ARTIE_API_KEY} and, if it is set, {@code ARTIE_API_URL}.
     *
     * @return a client
     * @throws IllegalStateException if the first is not set; names it
     * @throws IllegalArgumentException if a value can't be used
     */
    public static ArtieClient fromEnvironment() {
        return from(Environment.ofProcess());
    }

    static ArtieClient from(Environment environment) {
        Builder builder = builder().apiKey(environment.required("ARTIE_API_KEY"));
        environment.optional("ARTIE_API_URL").ifPresent(builder::baseUrl);
        return builder.build();
    }

    /**
     * Returns the operations on connectors: list, get, create, update, delete, and the ping.
     *
     * @return the generated operations
     */
    public ConnectorsApi connectors() {
        return connectors;
    }

    @Override
    public CheckProtocol<ArtieTarget> checks() {
        return new ArtieChecks(connectors);
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(ArtieInventory.first(connectors));
    }

    @Override
    public Pace pace() {
        return runtime.pace();
    }

    @Override
    public String toString() {
        return "ArtieClient[" + runtime.baseUrl() + "]";
    }

    /** Collects a client's settings. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private Builder() {
            super(PROFILE);
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client with these settings
         * @throws IllegalStateException if no API key was set
         * @throws IllegalArgumentException if the base URL is plain http, not loopback, and not allowed
         */
        public ArtieClient build() {
            return new ArtieClient(runtime(Map.of()));
        }
    }
}
