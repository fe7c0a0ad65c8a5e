package dev.connectioncheck.internal.okhttp;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.SameKeyException;
import dev.connectioncheck.internal.wire.WrongOriginException;
import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * Adds the key to a request, on the thread that sends it, since a supplier of keys may block; and takes it off the
 * answer.
 *
 * <p>It runs after the user's own application interceptors, which therefore never see the key, neither in the request
 * nor in what an answer remembers of it. It refuses to give the key to another origin than the configured one, wherever
 * they may have turned the request.
 *
 * <p>Used by all threads; immutable.
 */
final class CredentialInterceptor implements Interceptor {
    private final Credential credential;
    private final BaseUrl baseUrl;

    CredentialInterceptor(Credential credential, BaseUrl baseUrl) {
        this.credential = credential;
        this.baseUrl = baseUrl;
    }

    @Override
    public Response intercept(Chain chain) throws IOException {
        Request request = chain.request();
        if (!baseUrl.isOriginOf(request.url())) {
            throw new WrongOriginException();
        }
        Attempt attempt = Attempt.of(chain.call());
        Request keyed = request.newBuilder()
                .header(credential.header(), credential.prefix() + key(attempt))
                .build();
        Response response = chain.proceed(keyed);
        int status = attempt == null ? response.code() : StatusGuard.realStatus(response, attempt);
        return asSeenByUsers(response, status).request(request).build();
    }

    private String key(@Nullable Attempt attempt) throws IOException {
        String key = credential.key();
        if (attempt != null) {
            if (attempt.wasRefused(key)) {
                throw new SameKeyException();
            }
            attempt.useKey(key);
        }
        return key;
    }

    /** An answer remembers the requests that led to it, each with the key. */
    private Response.Builder asSeenByUsers(Response response, int status) {
        Response.Builder builder = response.newBuilder()
                .code(status)
                .request(response.request()
                        .newBuilder()
                        .removeHeader(credential.header())
                        .build());
        Response network = response.networkResponse();
        if (network != null) {
            builder.networkResponse(asSeenByUsers(network, status).build());
        }
        Response prior = response.priorResponse();
        if (prior != null) {
            builder.priorResponse(asSeenByUsers(prior, prior.code()).build());
        }
        return builder;
    }
}
