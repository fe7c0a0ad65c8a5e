package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.net.Proxy;
import okhttp3.Connection;
import okhttp3.Interceptor;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Keeps OkHttp from acting on an answer by itself.
 *
 * <p>OkHttp silently retries a request on some statuses (408, 421, 503 with {@code Retry-After: 0}) and throws on a 407
 * that no proxy sent. Whether to retry is the engine's decision, so those statuses pass it under another number. It
 * stands right before OkHttp's own handling, behind all network interceptors of the user's; right after it
 * {@link LastInterceptor} gives the answer its status back, so that nobody else ever sees the number.
 *
 * <p>Used by all threads; it has no state.
 */
final class StatusGuard implements Interceptor {
    private static final int INERT = 599;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Response response = chain.proceed(chain.request());
        Attempt attempt = Attempt.of(chain.call());
        if (attempt == null || !actsByItself(response.code(), chain.connection())) {
            return response;
        }
        attempt.hideStatus(response.code());
        return response.newBuilder().code(INERT).build();
    }

    /** A proxy's own 407 is for the user's proxy authenticator, which OkHttp asks. */
    private static boolean actsByItself(int status, @Nullable Connection connection) {
        return switch (status) {
            case 408, 421, 503 -> true;
            case 407 -> connection == null || connection.route().proxy().type() != Proxy.Type.HTTP;
            default -> false;
        };
    }

    /** Returns an answer with the status that the vendor sent, as the user's interceptors are to see it. */
    static Response restored(Response response, Attempt attempt) {
        int hidden = attempt.takeHiddenStatus();
        if (hidden == 0 || response.code() != INERT) {
            return response;
        }
        Response network = response.networkResponse();
        return response.newBuilder()
                .code(hidden)
                .networkResponse(
                        network == null
                                ? null
                                : network.newBuilder().code(hidden).build())
                .build();
    }
}
