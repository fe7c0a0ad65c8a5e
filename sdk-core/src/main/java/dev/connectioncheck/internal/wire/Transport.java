package dev.connectioncheck.internal.wire;

import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Set;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/** What one client sends its requests with. */
public final class Transport {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);
    private static final Set<String> NEED_BODY = Set.of("POST", "PUT", "PATCH");
    private static final String USER_AGENT = "connection-check-java";

    private final VendorProfile profile;
    private final BaseUrl baseUrl;
    private final Credential credential;
    private final Headers headers;
    private final OkHttpClient client;
    private final long attemptNanos;
    private final TimeSource time;

    public Transport(
            VendorProfile profile,
            BaseUrl baseUrl,
            Credential credential,
            Headers headers,
            OkHttpClient client,
            Duration attemptTimeout,
            TimeSource time) {
        this.profile = profile;
        this.baseUrl = baseUrl;
        this.credential = credential;
        this.client = client;
        this.attemptNanos = Nanos.of(attemptTimeout);
        this.time = time;
        this.headers = headers.newBuilder()
                .set("Accept", "application/json")
                .set("User-Agent", USER_AGENT)
                .build();
    }

    public String vendor() {
        return profile.vendor();
    }

    public HttpUrl baseUrl() {
        return baseUrl.url();
    }

    /** Returns where an operation is, its path's parameters filled in. */
    public HttpUrl urlOf(String path) {
        return baseUrl().newBuilder().addEncodedPathSegments(path.substring(1)).build();
    }

    public VendorProfile.ErrorHints hints() {
        return profile.hints();
    }

    public Credential credential() {
        return credential;
    }

    public TimeSource time() {
        return time;
    }

    /** How long an attempt may take if so much time is left. */
    public long attemptNanos(ApiRequest request, long nanosLeft) {
        return request.longRunning() ? nanosLeft : Math.min(nanosLeft, attemptNanos);
    }

    public Call newCall(ApiRequest request, Attempt attempt) {
        Request.Builder builder = new Request.Builder()
                .url(request.url())
                .headers(headers)
                .method(request.method(), bodyOf(request))
                .tag(Attempt.class, attempt);
        request.headers().forEach(header -> builder.header(header.getFirst(), header.getSecond()));
        return client.newCall(builder.build());
    }

    private static @Nullable RequestBody bodyOf(ApiRequest request) {
        Object body = request.body();
        if (body != null) {
            return RequestBody.create(Json.write(body), JSON);
        }
        return NEED_BODY.contains(request.method()) ? EMPTY : null;
    }
}
