package dev.connectioncheck.spring;

import okhttp3.OkHttpClient;

/**
 * Changes the HTTP client of a vendor's client before it is made: a proxy, an interceptor, TLS. All beans of this type
 * are called, in their order, for each client; what they set is treated as
 * {@link dev.connectioncheck.client.ClientBuilder#httpClient} describes it.
 */
@FunctionalInterface
public interface VendorHttpClientCustomizer {
    /**
     * Changes the HTTP client.
     *
     * @param client the client's name in {@code connectioncheck.clients}, or the vendor's name for its unnamed one
     * @param builder a builder, with the client's SSL bundle if it names one
     */
    void customize(String client, OkHttpClient.Builder builder);
}
