package dev.connectioncheck.unstructured;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.unstructured.api.DestinationsApi;
import dev.connectioncheck.unstructured.api.SourcesApi;
import java.util.Map;
import java.util.Optional;

/**
 * Talks to Unstructured.
 *
 * <p>Pass it to a {@link dev.connectioncheck.ConnectionChecker}, or use its operations directly. Immutable; share one.
 *
 * <p>What {@code PASSED} is worth: that the connector could connect when it was checked. The vendor gives no guarantee
 * that a workflow with it will run (docs.unstructured.io).
 *
 * <p>A key belongs to one workspace, and a dedicated instance has an address of its own
 * ({@link ClientBuilder#baseUrl(String)}), which is taken with or without {@code /api/v1} (docs.unstructured.io).
 */
public final class UnstructuredClient implements VendorClient {
    private static final VendorProfile PROFILE = VendorProfile.builder(
                    UnstructuredTarget.VENDOR, "https://platform.unstructuredapp.io")
            .apiPath("/api/v1")
            .credential("unstructured-api-key", "")
            .build();

    private final ApiRuntime runtime;
    private final SourcesApi sources;
    private final DestinationsApi destinations;

    private UnstructuredClient(ApiRuntime runtime) {
        this.runtime = runtime;
        this.sources = new SourcesApi(runtime);
        this.destinations = new DestinationsApi(runtime);
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
     * Makes a client from {@code UNSTRUCTURED_API_KEY} and, if it is set, {@code UNSTRUCTURED_API_URL}.
     *
     * @return a client
     * @throws IllegalStateException if the first is not set; names it
     * @throws IllegalArgumentException if a value can't be used
     */
    public static UnstructuredClient fromEnvironment() {
        return from(Environment.ofProcess());
    }

    static UnstructuredClient from(Environment environment) {
        Builder builder = builder().apiKey(environment.required("UNSTRUCTURED_API_KEY"));
        environment.optional("UNSTRUCTURED_API_URL").ifPresent(builder::baseUrl);
        return builder.build();
    }

    /**
     * Returns the operations on source connectors: list, get, create, update, delete, and their connection checks.
     *
     * @return the generated operations
     */
    public SourcesApi sources() {
        return sources;
    }

    /**
     * Returns the operations on destination connectors: list, get, create, update, delete, and their connection checks.
     *
     * @return the generated operations
     */
    public DestinationsApi destinations() {
        return destinations;
    }

    @Override
    public CheckProtocol<UnstructuredTarget> checks() {
        return new UnstructuredChecks(sources, destinations);
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(UnstructuredInventory.first(sources, destinations));
    }

    @Override
    public Pace pace() {
        return runtime.pace();
    }

    @Override
    public String toString() {
        return "UnstructuredClient[" + runtime.baseUrl() + "]";
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
        public UnstructuredClient build() {
            return new UnstructuredClient(runtime(Map.of()));
        }
    }
}
