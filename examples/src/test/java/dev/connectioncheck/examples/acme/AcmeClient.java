package dev.connectioncheck.examples.acme;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.VendorClient;
import java.util.Map;

// tag::client
/** Talks to Acme. Immutable; share one. */
public final class AcmeClient implements VendorClient {
    private static final VendorProfile PROFILE = VendorProfile.builder(AcmeTarget.VENDOR, "https://api.acme.example")
            .apiPath("/v2")
            .credential("X-Acme-Key", "")
            .build();

    private final ApiRuntime runtime;

    private AcmeClient(ApiRuntime runtime) {
        this.runtime = runtime;
    }

    public static Builder builder() {
        return new Builder();
    }

    @Override
    public CheckProtocol<AcmeTarget> checks() {
        return new AcmeChecks(runtime);
    }

    public static final class Builder extends ClientBuilder<Builder> {
        private Builder() {
            super(PROFILE);
        }

        @Override
        protected Builder self() {
            return this;
        }

        public AcmeClient build() {
            return new AcmeClient(runtime(Map.of()));
        }
    }
}
// end::client
