package dev.connectioncheck.internal.wire;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notes when a request leaves this machine, and keeps OkHttp from acting on an answer by itself.
 *
 * <p>OkHttp silently sends a request again on some statuses (408, 421, 503 with {@code Retry-After: 0}) and throws on
 * 407 off a proxy. Whether to send again is the engine's decision, so those statuses pass OkHttp under another number.
 */
final class WireInterceptor implements Interceptor {
    private static final int INERT = 599;

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = chain.request().tag(Attempt.class);
        if (attempt == null) {
            return chain.proceed(chain.request());
        }
        attempt.useConnection(chain.connection());
        attempt.markSent();
        Response response = chain.proceed(chain.request());
        attempt.noteStatus(response.code());
        return actsByItself(response.code()) ? response.newBuilder().code(INERT).build() : response;
    }

    private static boolean actsByItself(int status) {
        return status == 407 || status == 408 || status == 421 || status == 503;
    }
}
