package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.VendorClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Talks to the toy vendor. */
final class ToyClient implements VendorClient {
    private final ToyChecks checks;

    private ToyClient(ToyChecks checks) {
        this.checks = checks;
    }

    @Override
    public CheckProtocol<ToyTarget> checks() {
        return checks;
    }

    @Override
    public Optional<ApiCall<ConnectionPage>> connections() {
        return checks.connections();
    }

    @Override
    public String toString() {
        return "client of the toy vendor";
    }

    static final class Builder extends ClientBuilder<Builder> {
        Builder(String vendor) {
            super(VendorProfile.builder(vendor, "https://toy.example")
                    .credential("X-Toy-Key", "")
                    .build());
        }

        @Override
        protected Builder self() {
            return this;
        }

        VendorClient build(Function<ApiRuntime, ToyChecks> checks) {
            return new ToyClient(checks.apply(runtime(Map.of())));
        }
    }
}
