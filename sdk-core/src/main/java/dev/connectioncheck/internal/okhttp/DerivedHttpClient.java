package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.Libraries;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the OkHttp client of a vendor client: from the user's own, or from one of ours. */
public final class DerivedHttpClient {
    /** How many asynchronous calls a client has in flight if nobody says otherwise. */
    public static final int MOST_CALLS = 128;

    private static final long IDLE_SECONDS = 60;

    /** A connection of HTTP/2 that died silently is found within twice this time; nothing else tells. */
    static final Duration PING_INTERVAL = Duration.ofSeconds(10);

    private DerivedHttpClient() {}

    /**
     * Makes a client that leaves to the engine what OkHttp would decide by itself.
     *
     * @param lent the user's own; null for one of ours
     * @param connectTimeout bounds connecting; null for what the client has
     * @param mostCalls how many asynchronous calls it has in flight at most; a lent client has its own limits
     * @throws IllegalStateException if the OkHttp at hand is none that the SDK works with
     */
    public static OkHttpClient of(
            @Nullable OkHttpClient lent,
            @Nullable Duration connectTimeout,
            int mostCalls,
            Credential credential,
            BaseUrl baseUrl) {
        Libraries.requireThatTheyFit();
        try {
            OkHttpClient.Builder builder =
                    obedient(lent == null ? ours(mostCalls) : lent, lent != null, credential, baseUrl);
            if (connectTimeout != null) {
                builder.connectTimeout(connectTimeout);
            }
            return builder.build();
        } catch (LinkageError e) {
            throw new IllegalStateException(Libraries.mixed(), e);
        }
    }

    private static OkHttpClient.Builder obedient(
            OkHttpClient base, boolean isLent, Credential credential, BaseUrl baseUrl) {
        NameLookup names = new NameLookup(base.dns());
        ConnectGuard guard = new ConnectGuard();
        OkHttpClient.Builder builder = base.newBuilder()
                .dns(names)
                .retryOnConnectionFailure(false)
                .followRedirects(false)
                .followSslRedirects(false)
                .authenticator(Authenticator.NONE)
                .cookieJar(CookieJar.NO_COOKIES)
                .cache(null)
                .callTimeout(Duration.ZERO)
                .readTimeout(Duration.ZERO)
                .writeTimeout(Duration.ZERO)
                .eventListenerFactory(QuietEventListener.around(base.eventListenerFactory(), guard))
                .addInterceptor(new LastInterceptor(credential, baseUrl, names, guard))
                .addNetworkInterceptor(new WireInterceptor(credential, isLent));
        builder.interceptors().add(0, new AttemptInterceptor());
        builder.networkInterceptors().add(0, new StatusGuard());
        if (base.pingIntervalMillis() == 0) {
            builder.pingInterval(PING_INTERVAL);
        }
        return builder;
    }

    /** A dispatcher and a pool for each client, so that one slow vendor holds up no other. */
    private static OkHttpClient ours(int mostCalls) {
        Dispatcher dispatcher = new Dispatcher(DaemonThreads.EXECUTOR);
        dispatcher.setMaxRequests(mostCalls);
        dispatcher.setMaxRequestsPerHost(mostCalls);
        return Shared.CLIENT
                .newBuilder()
                .dispatcher(dispatcher)
                // As many as calls may run: fewer would close and open connections with each burst.
                .connectionPool(new ConnectionPool(mostCalls, IDLE_SECONDS, TimeUnit.SECONDS))
                .build();
    }

    /** What is costly to make and has no limits: above all the trusted certificates. */
    private static final class Shared {
        /**
         * Connects on the thread of the call, to one address after the other. To try several at a time, OkHttp takes a
         * platform thread for each, so that many calls that begin together would have as many beside their virtual
         * ones.
         */
        static final OkHttpClient CLIENT =
                withoutFastFallback(new OkHttpClient.Builder()).build();

        private static OkHttpClient.Builder withoutFastFallback(OkHttpClient.Builder builder) {
            try {
                return builder.fastFallback(false);
            } catch (NoSuchMethodError okHttp4) {
                return builder; // it never had it
            }
        }
    }
}
