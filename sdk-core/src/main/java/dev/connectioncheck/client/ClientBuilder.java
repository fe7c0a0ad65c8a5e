package dev.connectioncheck.client;

import dev.connectioncheck.http.Pace;
import dev.connectioncheck.http.VendorProfile;
import dev.connectioncheck.internal.okhttp.DerivedHttpClient;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.HeaderValues;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.internal.wire.Transport;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * Collects the settings that every vendor's client has. Not thread-safe.
 *
 * @param <B> the vendor's own builder
 */
public abstract class ClientBuilder<B extends ClientBuilder<B>> {
    private final VendorProfile profile;
    private @Nullable Credential credential;
    private String baseUrl;
    private @Nullable Duration connectTimeout;
    private Duration attemptTimeout = Duration.ofSeconds(30);
    private @Nullable OkHttpClient httpClient;
    private TimeSource timeSource = SystemTime.instance();
    private boolean plainHttpAllowed;
    private @Nullable Integer maxCallsInFlight;
    private Pace pace;

    /**
     * Starts from the vendor's defaults.
     *
     * @param profile what all clients of the vendor have in common
     */
    protected ClientBuilder(VendorProfile profile) {
        this.profile = Objects.requireNonNull(profile, "profile");
        this.baseUrl = profile.defaultBaseUrl();
        this.pace = profile.pace();
    }

    /**
     * Sets the API key. It is sent to the base URL's origin alone and shown nowhere.
     *
     * @param apiKey the key, without any word before it; blanks around it are left out
     * @return this builder
     * @throws IllegalArgumentException if it is blank, or has a line break or another character that no header may have
     */
    public final B apiKey(String apiKey) {
        this.credential = Credential.fixed(profile.credentialHeader(), profile.credentialPrefix(), apiKey);
        return self();
    }

    /**
     * Sets where API keys come from, for keys that live shortly.
     *
     * <p>The supplier is asked for every request, on the thread that sends it (of {@code checkAll}, {@code checkEach},
     * {@code inventory} and asynchronous methods not the caller's), and once more after a 401 if the operation may be
     * retried then; if it gives the refused key again, nothing is sent. It must be thread-safe. A key that is null,
     * blank or has a line break, and an exception of the supplier, end the call with an
     * {@link dev.connectioncheck.AuthenticationException}.
     *
     * @param apiKeys returns the key to use now
     * @return this builder
     */
    public final B apiKey(Supplier<String> apiKeys) {
        Objects.requireNonNull(apiKeys, "apiKeys");
        this.credential = Credential.renewable(profile.credentialHeader(), profile.credentialPrefix(), apiKeys);
        return self();
    }

    /**
     * Sets where the vendor's service is; the default is the vendor's own.
     *
     * @param baseUrl an absolute address, with or without a trailing slash or the API's path
     * @return this builder
     * @throws IllegalArgumentException if it is no such address, or has a query, a fragment, a user name or a password
     */
    public final B baseUrl(String baseUrl) {
        BaseUrl.parse(baseUrl, profile.apiPath());
        this.baseUrl = baseUrl;
        return self();
    }

    /**
     * Bounds connecting, per HTTP attempt and address; the default is 10 seconds, or what the given {@link #httpClient}
     * says.
     *
     * @param connectTimeout a positive time, in effect at least a millisecond and at most 24 days
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public final B connectTimeout(Duration connectTimeout) {
        this.connectTimeout = countable(positive("connectTimeout", connectTimeout));
        return self();
    }

    /**
     * Bounds one HTTP attempt from the name look-up to the last byte of the answer; the default is 30 seconds.
     *
     * <p>An attempt is always within the deadline of its check or call. While it waits in the queue of its client, the
     * deadline alone bounds it. So it does, once the request is sent, of an operation that the vendor works on inline,
     * for minutes if it must; until then, this time bounds that one too.
     *
     * @param attemptTimeout a positive time
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public final B attemptTimeout(Duration attemptTimeout) {
        this.attemptTimeout = positive("attemptTimeout", attemptTimeout);
        return self();
    }

    /**
     * Bounds how many HTTP calls this client has in flight at a time for asynchronous methods, {@code checkAll},
     * {@code checkEach} and {@code inventory}; the default is 128. The others wait for their turn, within the deadlines
     * of their checks. Blocking checks of one connection are not counted: each has its caller's thread. What waits at
     * another client, also of the same vendor, makes no difference.
     *
     * <p>Each call in flight has a thread, a virtual one from JDK 24 on, and over HTTP/1.1 a connection, which is kept
     * for a minute.
     *
     * @param maxCallsInFlight a positive number
     * @return this builder
     * @throws IllegalArgumentException if it is not positive
     */
    public final B maxCallsInFlight(int maxCallsInFlight) {
        if (maxCallsInFlight < 1) {
            throw new IllegalArgumentException("maxCallsInFlight must be positive, but is " + maxCallsInFlight + ".");
        }
        this.maxCallsInFlight = maxCallsInFlight;
        return self();
    }

    /**
     * Sets how fast the vendor is asked; the default is what it documents, which its client says, or no limit where it
     * documents none.
     *
     * @param pace the pace; {@link Pace#unlimited()} switches a vendor's own off
     * @return this builder
     */
    public final B pace(Pace pace) {
        this.pace = Objects.requireNonNull(pace, "pace");
        return self();
    }

    /**
     * Uses your own OkHttp client: its proxy, TLS, interceptors, event listener, dispatcher and connection pool.
     *
     * <p>A client is derived from it and never closed. The derived one has no cache, no cookies and no authenticator (a
     * proxy authenticator is asked), follows no redirect, retries nothing by itself, and takes its time-outs from this
     * builder and the deadline; the connect time-out stays yours unless {@link #connectTimeout} is called. It pings
     * connections of HTTP/2 every 10 seconds unless yours has an interval of its own.
     *
     * <p>The limits of your dispatcher hold for asynchronous checks, and OkHttp's own default is 5 calls to a host at a
     * time; errors name the limits if they are what holds. Its threads may keep the program alive after its end:
     * OkHttp's own are no daemons. Give it no executor that runs tasks on the thread that hands them in (as a bounded
     * pool with {@code CallerRunsPolicy} does): that may be the one thread that times all checks.
     *
     * <p><b>What your client's parts see.</b> Interceptors, network interceptors included, see each request without the
     * API key, and each answer as the vendor sent it, without the key in the requests that it remembers. What an event
     * listener is given with {@code requestHeadersEnd} and {@code responseHeadersEnd} shows the key; so may anything
     * that you put below them, such as a socket factory without TLS. All of them see bodies, with the settings and
     * their secrets in them. A header that a network interceptor sets in the key's place is replaced. What a listener
     * throws is logged by its class, and changes nothing; what an interceptor throws ends its call alone.
     *
     * @param httpClient the client to derive from; by default each client has a dispatcher and a pool of its own
     * @return this builder
     */
    public final B httpClient(OkHttpClient httpClient) {
        this.httpClient = Objects.requireNonNull(httpClient, "httpClient");
        return self();
    }

    /**
     * Allows a base URL with plain {@code http} to a host that is not this machine: keys and passwords then travel
     * unprotected. Loopback addresses need no permission.
     *
     * @return this builder
     */
    public final B allowPlainHttp() {
        this.plainHttpAllowed = true;
        return self();
    }

    /**
     * Sets what tells the time to calls that are executed on their own; checks take theirs from the
     * {@link dev.connectioncheck.ConnectionChecker}. For tests; the default is the machine's own.
     *
     * @param timeSource such as the {@code VirtualTime} of {@code sdk-sandbox}
     * @return this builder
     */
    public final B timeSource(TimeSource timeSource) {
        this.timeSource = Objects.requireNonNull(timeSource, "timeSource");
        return self();
    }

    /**
     * Takes the {@link ClientSettings#keys keys that every vendor has}, and an {@link OkHttpClient} if one was given as
     * an object. For {@code VendorModule.client}; other keys are left to the vendor's module.
     *
     * @param settings the values; what is absent keeps its default
     * @return this builder
     * @throws InvalidSettingException if the API key is missing, a value can't be used, or the base URL is plain http,
     *     not loopback, and not allowed
     */
    public final B settings(Settings settings) {
        String key = settings.requiredText(ClientSettings.API_KEY);
        InvalidSettingException.naming(ClientSettings.API_KEY, () -> apiKey(key));
        settings.duration(ClientSettings.CONNECT_TIMEOUT)
                .ifPresent(time ->
                        InvalidSettingException.naming(ClientSettings.CONNECT_TIMEOUT, () -> connectTimeout(time)));
        settings.duration(ClientSettings.ATTEMPT_TIMEOUT)
                .ifPresent(time ->
                        InvalidSettingException.naming(ClientSettings.ATTEMPT_TIMEOUT, () -> attemptTimeout(time)));
        settings.object(OkHttpClient.class).ifPresent(this::httpClient);
        if (settings.flag(ClientSettings.ALLOW_PLAIN_HTTP)) {
            allowPlainHttp();
        }
        settings.text(ClientSettings.BASE_URL)
                .ifPresent(url -> InvalidSettingException.naming(ClientSettings.BASE_URL, () -> securedBaseUrl(url)));
        return self();
    }

    private B securedBaseUrl(String url) {
        BaseUrl parsed = BaseUrl.parse(url, profile.apiPath());
        try {
            parsed.secured(plainHttpAllowed);
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(
                    ClientSettings.BASE_URL,
                    "The base URL is plain http, which shows keys and passwords to the network: use https, or set "
                            + ClientSettings.ALLOW_PLAIN_HTTP + " to true.");
        }
        return baseUrl(url);
    }

    /**
     * Returns this builder as its own type.
     *
     * @return {@code this}
     */
    protected abstract B self();

    /**
     * Makes the runtime of a client.
     *
     * @param headers what every request carries besides the credential
     * @return a runtime with these settings
     * @throws IllegalStateException if no API key was set, if {@link #maxCallsInFlight} was called beside
     *     {@link #httpClient}, or if the OkHttp at hand is none that the SDK works with
     * @throws IllegalArgumentException if the base URL is plain http, not loopback, and not allowed
     */
    protected final ApiRuntime runtime(Map<String, String> headers) {
        if (credential == null) {
            throw new IllegalStateException(
                    "No API key for " + profile.vendor() + ": call apiKey(...), or use fromEnvironment().");
        }
        Headers.Builder fixed = new Headers.Builder();
        headers.forEach((name, value) -> fixed.set(name, HeaderValues.checked(name, value)));
        BaseUrl url = BaseUrl.parse(baseUrl, profile.apiPath()).secured(plainHttpAllowed);
        return new ApiRuntime(new Transport(
                profile,
                url,
                credential,
                fixed.build(),
                DerivedHttpClient.of(httpClient, connectTimeout, mostCalls(), credential, url),
                httpClient != null,
                attemptTimeout,
                timeSource,
                pace));
    }

    private int mostCalls() {
        if (maxCallsInFlight != null && httpClient != null) {
            throw new IllegalStateException(
                    "maxCallsInFlight(...) does nothing beside httpClient(...), whose dispatcher"
                            + " has limits of its own: set those.");
        }
        return maxCallsInFlight == null ? DerivedHttpClient.MOST_CALLS : maxCallsInFlight;
    }

    /** OkHttp counts whole milliseconds up to those of an int, and takes none for no bound at all. */
    private static Duration countable(Duration time) {
        long millis = Duration.ofNanos(Nanos.of(time)).toMillis();
        return Duration.ofMillis(Math.max(1, Math.min(millis, Integer.MAX_VALUE)));
    }

    private static Duration positive(String name, Duration time) {
        if (time.isZero() || time.isNegative()) {
            throw new IllegalArgumentException(name + " must be positive, but is " + time + ".");
        }
        return time;
    }
}
