package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.BrokenCallException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Notes that a call has left the queue, before any interceptor of the user's; and keeps what those throw from going
 * further than their call: OkHttp ends the thread for anything but an {@code IOException}.
 *
 * <p>Used by all threads; it has no state.
 */
final class AttemptInterceptor implements Interceptor {
    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.call());
        if (attempt != null) {
            attempt.markDispatched();
        }
        try {
            return chain.proceed(chain.request());
        } catch (IOException e) {
            throw e;
        } catch (Throwable e) {
            throw BrokenCallException.of(e);
        }
    }
}
