package dev.connectioncheck.internal.okhttp;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Ends a read that outlives its call.
 *
 * <p>A call is ended by cancelling it, and OkHttp 5.5.1 forgets a cancel that comes after the connection was made and
 * before its TLS handshake begins; it ignores every later one. Without a bound of its own the handshake with a silent
 * server would then last for ever, and its thread with it. The bound is a little longer than the call's, which has to
 * come first, since it alone counts as the attempt's time-out.
 *
 * <p>Used by all threads; it has no state.
 */
final class ReadBackstop implements Interceptor {
    private static final long SLACK_MILLIS = Duration.ofSeconds(1).toMillis();

    @Override
    public Response intercept(Chain chain) throws IOException {
        long nanos = chain.call().timeout().timeoutNanos();
        long millis = Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanos) + SLACK_MILLIS);
        return chain.withReadTimeout((int) millis, TimeUnit.MILLISECONDS).proceed(chain.request());
    }
}
