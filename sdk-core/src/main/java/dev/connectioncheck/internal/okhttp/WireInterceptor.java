package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Credential;
import java.io.IOException;
import java.util.Collections;
import java.util.Objects;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the key, and notes when a request leaves this machine, and over which connection: the last thing before the
 * wire.
 *
 * <p>It stands behind all interceptors of the user's, which therefore never see the key, neither in the request nor in
 * the one that an answer remembers.
 *
 * <p>Used by all threads; the set of connections guards itself.
 */
final class WireInterceptor implements Interceptor {
    private final Credential credential;
    private final boolean isSeen;

    /** Connections that have carried an answer. */
    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    /**
     * Makes one for a client.
     *
     * @param isSeen whether anybody but us gets to see an answer, and the request in it
     */
    WireInterceptor(Credential credential, boolean isSeen) {
        this.credential = credential;
        this.isSeen = isSeen;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.call());
        return attempt == null ? chain.proceed(chain.request()) : sent(chain, attempt);
    }

    private Response sent(Chain chain, Attempt attempt) throws IOException {
        Connection connection = chain.connection();
        boolean isKept = connection != null && used.contains(connection);
        attempt.useConnection(connection);
        if (isKept) {
            attempt.markKeptConnection();
        }
        attempt.markSent();
        Response response = chain.proceed(keyed(chain.request(), attempt));
        if (connection != null && !isKept) {
            used.add(connection);
        }
        return isSeen ? response.newBuilder().request(chain.request()).build() : response;
    }

    private Request keyed(Request request, Attempt attempt) {
        String key = Objects.requireNonNull(attempt.key(), "nobody asked for the key");
        return request.newBuilder()
                .header(credential.header(), credential.valueOf(key))
                .build();
    }
}
