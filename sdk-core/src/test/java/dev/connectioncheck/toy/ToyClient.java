package dev.connectioncheck.toy;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.VendorClient;
import java.util.Map;
import java.util.Optional;

/** A vendor of toys, for tests of everything that no real vendor has a part in. */
public final class ToyClient implements VendorClient {
    public static final String VENDOR = "toy";
    public static final String KEY = "toy-key-0123456789";
    public static final String KEY_HEADER = "x-toy-key";

    private static final VendorProfile PROFILE = VendorProfile.builder(VENDOR, "https://api.toy.test")
            .apiPath("/api/v1")
            .credential(KEY_HEADER, "")
            .signInPath("/toys/sign_in")
            .hints(ToyClient::hint)
            .build();

    private final ApiRuntime runtime;

    private ToyClient(ApiRuntime runtime) {
        this.runtime = runtime;
    }

    public static Builder builder() {
        return new Builder();
    }

    private static Optional<String> hint(int status, String message) {
        return status == 400 && message.contains("wound") ? Optional.of("Wind the toy up first.") : Optional.empty();
    }

    public ApiRuntime runtime() {
        return runtime;
    }

    public ApiCall<Toy> read(String id) {
        return runtime.request("GET", "readToy", "/api/v1/toys/{id}")
                .path("id", id)
                .resend(Resend.ALWAYS)
                .call(Toy.class, 200);
    }

    public ApiCall<Toy> send(Resend resend) {
        return send(resend, Map.of());
    }

    public ApiCall<Toy> send(Resend resend, Map<String, Object> settings) {
        return runtime.request("POST", "sendToy", "/api/v1/toys")
                .body(new ToyBody(settings))
                .resend(resend)
                .call(Toy.class, 200);
    }

    ApiCall<Toy> startCheck(String id, ToyBody body) {
        return runtime.request("POST", "startCheck", "/api/v1/toys/{id}/checks")
                .path("id", id)
                .body(body)
                .resend(Resend.UNLESS_PROCESSED)
                .call(Toy.class, 200, 202);
    }

    ApiCall<Toy> readCheck(String id, String checkId) {
        return runtime.request("GET", "readCheck", "/api/v1/toys/{id}/checks/{check}")
                .path("id", id)
                .path("check", checkId)
                .resend(Resend.ALWAYS)
                .call(Toy.class, 200);
    }

    @Override
    public CheckProtocol<?> checks() {
        return new ToyChecks(this);
    }

    @Override
    public Pace pace() {
        return runtime.pace();
    }

    /** Collects the settings of a client. */
    public static final class Builder extends ClientBuilder<Builder> {
        private Map<String, String> headers = Map.of();

        private Builder() {
            super(PROFILE);
        }

        public Builder withKey() {
            return apiKey(KEY);
        }

        public Builder headers(Map<String, String> fixed) {
            this.headers = fixed;
            return this;
        }

        @Override
        protected Builder self() {
            return this;
        }

        public ToyClient build() {
            return new ToyClient(runtime(headers));
        }
    }
}
