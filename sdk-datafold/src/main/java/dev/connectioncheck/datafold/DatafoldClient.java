package dev.connectioncheck.datafold;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.datafold.api.DataSourcesApi;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import java.util.Map;
import java.util.Optional;

/**
 * Talks to Datafold.
 *
 * <p>Pass it to a {@link dev.connectioncheck.ConnectionChecker}, or use its operations directly. Immutable; share one.
 *
 * <p>What {@code PASSED} is worth: that the step which connects passed, and that those which look at the schemas passed
 * or were skipped. It says nothing of a step that was skipped, nor of lineage.
 *
 * <p>The default is the US service; {@code https://eu.datafold.com} is the European one, and a dedicated deployment is
 * at the address that its users log in to (docs.datafold.com).
 */
public final class DatafoldClient implements VendorClient {
    private static final VendorProfile PROFILE = VendorProfile.builder(
                    DatafoldTarget.VENDOR, "https://app.datafold.com")
            .apiPath("/api/v1")
            .credential("Authorization", "Key ")
            .pace(Pace.unlimited().withChecksAtOnce(3))
            .build();

    private final ApiRuntime runtime;
    private final DataSourcesApi dataSources;

    private DatafoldClient(ApiRuntime runtime) {
        this.runtime = runtime;
        this.dataSources = new DataSourcesApi(runtime);
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
     * Makes a client from {@code DATAFOLD_API_KEY} and, if it is set, {@code DATAFOLD_HOST}.
     *
     * @return a client
     * @throws IllegalStateException if the first is not set; names it
     * @throws IllegalArgumentException if a value can't be used
     */
    public static DatafoldClient fromEnvironment() {
        return from(Environment.ofProcess());
    }

    static DatafoldClient from(Environment environment) {
        Builder builder = builder().apiKey(environment.required("DATAFOLD_API_KEY"));
        environment.optional("DATAFOLD_HOST").ifPresent(builder::baseUrl);
        return builder.build();
    }

    /**
     * Returns the operations on data sources: list, get, create, the types that there are, and connection tests. The
     * vendor's API neither changes nor deletes one.
     *
     * @return the generated operations
     */
    public DataSourcesApi dataSources() {
        return dataSources;
    }

    @Override
    public CheckProtocol<DatafoldTarget> checks() {
        return new DatafoldChecks(dataSources);
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(DatafoldInventory.first(dataSources));
    }

    /**
     * Returns how fast this client may ask: by default, {@code checkAll} runs three checks at a time. Datafold
     * documents no limit, but its test is a job that reads the whole schema.
     */
    @Override
    public Pace pace() {
        return runtime.pace();
    }

    @Override
    public String toString() {
        return "DatafoldClient[" + runtime.baseUrl() + "]";
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
        public DatafoldClient build() {
            return new DatafoldClient(runtime(Map.of()));
        }
    }
}
