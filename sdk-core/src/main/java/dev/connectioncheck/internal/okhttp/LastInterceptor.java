package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.SameKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.Response;

/**
 * Prepares what OkHttp does next: it is the last before OkHttp's own interceptors, behind the user's.
 *
 * <p>It asks for the key on the thread that sends, since a supplier of keys may block, and before there is a connection
 * that it would hold. The key itself is added by {@link WireInterceptor}, for this attempt alone. It refuses to have a
 * key for another origin than the configured one, wherever the user's interceptors may have turned the request.
 *
 * <p>And it bounds the reads of a call that may need a tunnel, for which see {@link ConnectGuard}. The bound is a
 * little longer than the call's, which has to come first, since it alone counts as the attempt's time-out.
 *
 * <p>Used by all threads; immutable.
 */
final class LastInterceptor implements Interceptor {
    private static final long SLACK_MILLIS = Duration.ofSeconds(1).toMillis();

    private final Credential credential;
    private final BaseUrl baseUrl;
    private final NameLookup names;
    private final ConnectGuard guard;

    LastInterceptor(Credential credential, BaseUrl baseUrl, NameLookup names, ConnectGuard guard) {
        this.credential = credential;
        this.baseUrl = baseUrl;
        this.names = names;
        this.guard = guard;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Attempt attempt = Attempt.of(chain.call());
        if (attempt == null) {
            return chain.proceed(chain.request());
        }
        takeKey(attempt, chain.request().url());
        return StatusGuard.restored(names.proceed(guard.mayTunnel() ? withReadBound(chain, attempt) : chain), attempt);
    }

    private void takeKey(Attempt attempt, HttpUrl url) throws IOException {
        if (!baseUrl.isOriginOf(url)) {
            throw new WrongOriginException();
        }
        String key = credential.key();
        if (attempt.wasRefused(key)) {
            throw new SameKeyException();
        }
        attempt.useKey(key);
    }

    private static Chain withReadBound(Chain chain, Attempt attempt) {
        attempt.boundRead();
        long nanos = chain.call().timeout().timeoutNanos();
        long millis = Math.min(Integer.MAX_VALUE, TimeUnit.NANOSECONDS.toMillis(nanos) + SLACK_MILLIS);
        return chain.withReadTimeout((int) millis, TimeUnit.MILLISECONDS);
    }
}
