package dev.connectioncheck.squared;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.client.Environment;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.squared.api.ConnectorsApi;
import dev.connectioncheck.squared.model.ConnectorResponse;
import java.util.Map;
import java.util.Optional;

/**
 * Talks to AI Squared.
 *
 * <p>What {@code PASSED} is worth: each connector tries the connection in its own way, and the ClickHouse source does
 * not try at all: its check never connects and always passes (Multiwoven server code v0.124.0, connectors 0.34.6).
 *
 * <p>Pass it to a {@link dev.connectioncheck.ConnectionChecker}, or use its operations directly. Immutable; share one.
 *
 * <p>Squared's tokens live for 30 minutes, and each login of the same user ends the older ones (Multiwoven server code
 * v0.124.0); {@link ClientBuilder#apiKey(java.util.function.Supplier)} takes care of that.
 */
public final class SquaredClient implements VendorClient {
    private static final VendorProfile PROFILE = VendorProfile.builder(SquaredTarget.VENDOR, "https://api.squared.ai")
            .apiPath("/api/v1")
            .signInPath("/users/sign_in")
            .hints(SquaredClient::hint)
            .pace(Pace.unlimited().withRequestsPerMinute(80))
            .build();

    /** What the server says of every exception that it did not expect, a connector's own included (server code). */
    private static final String BROKE_DOWN = "There was a problem with the request format";

    private final ApiRuntime runtime;
    private final ConnectorsApi connectors;

    private SquaredClient(ApiRuntime runtime) {
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
     * Makes a client from {@code SQUARED_API_KEY}, {@code SQUARED_WORKSPACE_ID} and, if it is set,
     * {@code SQUARED_API_URL}.
     *
     * @return a client
     * @throws IllegalStateException if one of the first two is not set, or the workspace is no number; names it
     * @throws IllegalArgumentException if a value can't be used
     */
    public static SquaredClient fromEnvironment() {
        return from(Environment.ofProcess());
    }

    static SquaredClient from(Environment environment) {
        Builder builder = builder()
                .apiKey(environment.required("SQUARED_API_KEY"))
                .workspaceId(environment.requiredNumber("SQUARED_WORKSPACE_ID"));
        environment.optional("SQUARED_API_URL").ifPresent(builder::baseUrl);
        return builder.build();
    }

    /**
     * Returns the operations on the workspace's connectors: list, get, create, update, delete, a query at a saved
     * source, and the check of settings.
     *
     * @return the generated operations; a check's answer with {@code failed} is an answer there, not an exception
     */
    public ConnectorsApi connectors() {
        return connectors;
    }

    /**
     * Describes the call that saves a connection as a connector, with the very settings that a check of the target
     * tries.
     *
     * <p>Squared does not try the connection when it saves it. The request is never sent twice: if its answer is lost,
     * it may have been carried out, and the exception says where to look; a second one would be refused with 422 if it
     * was.
     *
     * @param target what to save
     * @param name the new connector's name, unique in the workspace among connectors of the same type
     * @return a call that has sent nothing yet
     * @throws IllegalArgumentException if the target is null or saved already, or the name null or blank
     */
    public ApiCall<ConnectorResponse> createConnector(SquaredTarget target, String name) {
        if (target == null) {
            throw new IllegalArgumentException("The target must not be null; make one with SquaredTarget.source(...).");
        }
        if (target.id().isPresent()) {
            throw new IllegalArgumentException(target + " is saved already.");
        }
        if (name == null || name.isBlank()) {
            throw new IllegalArgumentException("The connector's name must not be null or blank.");
        }
        return connectors.create(target.toCreate(name));
    }

    @Override
    public CheckProtocol<SquaredTarget> checks() {
        return new SquaredChecks(connectors, new SquaredProbe(runtime, connectors));
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return Optional.of(SquaredInventory.first(connectors));
    }

    /**
     * Returns how fast this client may ask: by default, 80 requests in any minute, since Squared documents a limit of
     * 100 (docs.squared.ai).
     */
    @Override
    public Pace pace() {
        return runtime.pace();
    }

    @Override
    public String toString() {
        return "SquaredClient[" + runtime.baseUrl() + "]";
    }

    private static Optional<String> hint(int status, String message) {
        if (message.contains("Workspace not found")) {
            return Optional.of("Set the workspace with workspaceId(...): one that the API key's user belongs to.");
        }
        if (status == 500) {
            return Optional.of("The server is in trouble; try again later. If it stays so, sign in and look: this is"
                    + " what a user who is locked or not confirmed is answered to every read.");
        }
        return status == 400 && message.contains(BROKE_DOWN)
                ? Optional.of(
                        "The server broke down on this request: the settings may be incomplete, or the service that"
                                + " they lead to out of reach just then.")
                : Optional.empty();
    }

    /** Collects a client's settings. Not thread-safe. */
    public static final class Builder extends ClientBuilder<Builder> {
        private Map<String, String> headers = Map.of();

        private Builder() {
            super(PROFILE);
        }

        /**
         * Sets the workspace to work in. There is no default, and the server refuses every request without one.
         *
         * @param workspaceId the workspace's number, 1 or more
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder workspaceId(long workspaceId) {
            if (workspaceId < 1) {
                throw new IllegalArgumentException("The workspace id must be 1 or more, but is " + workspaceId + ".");
            }
            headers = Map.of("Workspace-Id", Long.toString(workspaceId));
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        /**
         * Makes the client.
         *
         * @return a client with these settings
         * @throws IllegalStateException if no API key or no workspace was set
         * @throws IllegalArgumentException if the base URL is plain http, not loopback, and not allowed
         */
        public SquaredClient build() {
            ApiRuntime runtime = runtime(headers);
            if (headers.isEmpty()) {
                throw new IllegalStateException(
                        "No workspace for squared: call workspaceId(...), or use fromEnvironment();"
                                + " the server refuses every request without one.");
            }
            return new SquaredClient(runtime);
        }
    }
}
