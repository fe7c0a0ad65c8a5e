package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Notes when a request leaves this machine, and over which connection: the last thing before the wire.
 *
 * <p>Used by all threads; it has no state.
 */
final class WireInterceptor implements Interceptor {
    /** Connections that have carried an answer. */
    private final Set<Connection> used = Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

    @Override
    public Response intercept(Chain chain) throws IOException {
        Connection connection = chain.connection();
        Attempt attempt = Attempt.of(chain.call());
        if (attempt != null) {
            noteConnection(attempt, connection);
            attempt.markSent();
        }
        Response response = chain.proceed(chain.request());
        if (connection != null) {
            used.add(connection);
        }
        return response;
    }

    private void noteConnection(Attempt attempt, @Nullable Connection connection) {
        attempt.useConnection(connection);
        if (connection != null && used.contains(connection)) {
            attempt.markKeptConnection();
        }
    }
}
