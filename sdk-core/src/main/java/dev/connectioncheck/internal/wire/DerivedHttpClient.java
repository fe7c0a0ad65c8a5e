package dev.connectioncheck.internal.wire;

import dev.connectioncheck.internal.async.DaemonThreads;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Authenticator;
import okhttp3.ConnectionPool;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/** Makes the OkHttp client of a vendor client: from the user's own, or from one that all vendors share. */
public final class DerivedHttpClient {
    private static final int MAX_CALLS = 128;
    private static final int IDLE_CONNECTIONS = 128;
    private static final long IDLE_SECONDS = 60;

    private DerivedHttpClient() {}

    public static OkHttpClient of(
            @Nullable OkHttpClient lent, @Nullable Duration connectTimeout, Credential credential, BaseUrl baseUrl) {
        OkHttpClient base = lent == null ? Shared.CLIENT : lent;
        NameLookup names = new NameLookup(base.dns());
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
                .addInterceptor(new CredentialInterceptor(credential, baseUrl))
                .addInterceptor(names)
                .addInterceptor(new ReadBackstop())
                .addNetworkInterceptor(new WireInterceptor());
        if (connectTimeout != null) {
            builder.connectTimeout(connectTimeout);
        }
        return builder.build();
    }

    /** One pool and one dispatcher for all vendors, made when the first client without its own is. */
    private static final class Shared {
        static final OkHttpClient CLIENT = new OkHttpClient.Builder()
                .dispatcher(dispatcher())
                .connectionPool(new ConnectionPool(IDLE_CONNECTIONS, IDLE_SECONDS, TimeUnit.SECONDS))
                .build();

        private static Dispatcher dispatcher() {
            Dispatcher dispatcher = new Dispatcher(DaemonThreads.EXECUTOR);
            dispatcher.setMaxRequests(MAX_CALLS);
            dispatcher.setMaxRequestsPerHost(MAX_CALLS);
            return dispatcher;
        }
    }
}
