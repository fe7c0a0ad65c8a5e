package dev.connectioncheck.internal.wire;

import java.io.IOException;
import okhttp3.Interceptor;
import okhttp3.Request;
import okhttp3.Response;

/**
 * Adds the key to a request, on the thread that sends it, since a supplier of keys may block.
 *
 * <p>It runs after the user's own interceptors, which therefore never see the key, and refuses to give it to another
 * origin than the configured one, wherever they may have turned the request.
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
        String key = credential.key();
        Attempt attempt = request.tag(Attempt.class);
        if (attempt != null) {
            attempt.useKey(key);
        }
        return chain.proceed(request.newBuilder()
                .header(credential.header(), credential.prefix() + key)
                .build());
    }
}
