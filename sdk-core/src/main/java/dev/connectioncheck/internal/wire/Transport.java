package dev.connectioncheck.internal.wire;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.HttpUrl;
import okhttp3.MediaType;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import org.jspecify.annotations.Nullable;

/**
 * What one client sends its requests with.
 *
 * <p>Used by all threads; what changes guards itself.
 */
public final class Transport {
    private static final MediaType JSON = MediaType.get("application/json");
    private static final RequestBody EMPTY = RequestBody.create(new byte[0], null);
    private static final Set<String> NEED_BODY = Set.of("POST", "PUT", "PATCH");
    /** More than any vendor's operations; a module that writes ids into its paths itself must not fill the memory. */
    private static final int MOST_FIXED_URLS = 64;

    private static final String USER_AGENT = "connection-check-java/" + Version.SDK;

    private final VendorProfile profile;
    private final BaseUrl baseUrl;
    private final Credential credential;
    private final Request template;
    private final OkHttpClient client;
    private final CallLimits limits;
    private final long attemptNanos;
    private final TimeSource time;
    private final Pace pace;
    private final RequestWindow window;
    private final Map<String, HttpUrl> fixedUrls = new ConcurrentHashMap<>();

    public Transport(
            VendorProfile profile,
            BaseUrl baseUrl,
            Credential credential,
            Headers headers,
            OkHttpClient client,
            boolean lent,
            Duration attemptTimeout,
            TimeSource time,
            Pace pace) {
        this.profile = profile;
        this.baseUrl = baseUrl;
        this.credential = credential;
        this.client = client;
        this.limits = new CallLimits(client.dispatcher(), lent);
        this.attemptNanos = Nanos.of(attemptTimeout);
        this.time = time;
        this.pace = pace;
        this.window = new RequestWindow(pace);
        this.template = new Request.Builder()
                .url(baseUrl.url())
                .headers(headers)
                .header("Accept", "application/json")
                .header("User-Agent", USER_AGENT)
                .build();
    }

    /** The vendor's short name. */
    public String vendor() {
        return profile.vendor();
    }

    /** Where the client sends its requests, with a slash at the end. */
    public HttpUrl baseUrl() {
        return baseUrl.url();
    }

    /** Returns where an operation is, its path's parameters filled in. */
    public HttpUrl urlOf(String path) {
        return baseUrl().newBuilder().addEncodedPathSegments(path.substring(1)).build();
    }

    /** Returns where an operation without parameters in its path is; a vendor has a few, which are kept. */
    public HttpUrl fixedUrlOf(String path) {
        HttpUrl known = fixedUrls.get(path);
        if (known != null) {
            return known;
        }
        HttpUrl url = urlOf(path);
        if (fixedUrls.size() < MOST_FIXED_URLS) {
            fixedUrls.put(path, url);
        }
        return url;
    }

    /** What helps users with the vendor's errors. */
    public VendorProfile.ErrorHints hints() {
        return profile.hints();
    }

    /** Tells whether an answer leads to the vendor's sign-in page, as it does for an account that may not sign in. */
    public boolean isSignIn(Answer answer) {
        String path = profile.signInPath();
        return !path.isEmpty()
                && answer.location(baseUrl()).filter(url -> leadsTo(url, path)).isPresent();
    }

    /** The page may be asked for in a form, as {@code sign_in.json} is. */
    private static boolean leadsTo(HttpUrl url, String path) {
        String to = url.encodedPath();
        int form = to.lastIndexOf('.');
        return to.endsWith(path)
                || (form > to.lastIndexOf('/') && to.substring(0, form).endsWith(path));
    }

    public Credential credential() {
        return credential;
    }

    public TimeSource time() {
        return time;
    }

    /** How many asynchronous calls it has in flight at most. */
    public CallLimits limits() {
        return limits;
    }

    /** How fast the client may ask. */
    public Pace pace() {
        return pace;
    }

    /** Takes the next place among the client's requests, and returns the moment from which it may be sent. */
    public long takeTurn(long now) {
        return window.take(now);
    }

    /** How long an attempt may take if so much time is left. */
    public long attemptNanos(ApiRequest request, long nanosLeft) {
        return request.longRunning() ? nanosLeft : Math.min(nanosLeft, attemptNanos);
    }

    /**
     * Makes an attempt, which is bounded from now on.
     *
     * @param clock the engine's, of which the deadline is a moment
     * @param refusedKey the key that the vendor has just refused, which is not sent a second time; null if there is
     *     none
     */
    public Attempt newAttempt(ApiRequest request, TimeSource clock, long deadline, @Nullable String refusedKey) {
        return new Attempt(
                new AttemptBounds(clock, clock.nanoTime(), deadline, attemptNanos, request.longRunning()),
                refusedKey,
                request.listReader());
    }

    /** Makes the call of an attempt. */
    public Call newCall(ApiRequest request, Attempt attempt) {
        Request.Builder builder = template.newBuilder()
                .url(request.url())
                .method(request.method(), bodyOf(request))
                .tag(Attempt.class, attempt);
        Headers own = request.headers();
        for (int index = 0; index < own.size(); index++) {
            builder.header(own.name(index), own.value(index));
        }
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
