package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyServer;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import okhttp3.Cache;
import okhttp3.Cookie;
import okhttp3.CookieJar;
import okhttp3.Dispatcher;
import okhttp3.HttpUrl;
import okhttp3.Interceptor;
import okhttp3.OkHttpClient;
import okhttp3.Response;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A user's own OkHttp client: what of it counts, and what does not. */
@Timeout(60)
class LentClientTest {
    private static final String WORKS = "{\"id\": \"c1\", \"status\": \"works\"}";

    private final ToyServer server = new ToyServer();
    private final ToyServer elsewhere = new ToyServer();

    @AfterEach
    void close() {
        server.close();
        elsewhere.close();
    }

    @Test
    void itsInterceptorsSeeTheRequestWithoutTheKey() {
        server.says(200, WORKS);
        List<String> seen = new ArrayList<>();

        client(new OkHttpClient.Builder().addInterceptor(chain -> {
                    seen.add(chain.request().headers().toString());
                    return chain.proceed(
                            chain.request().newBuilder().header("X-Mine", "1").build());
                }))
                .read("t1")
                .execute();

        assertThat(seen).singleElement().asString().doesNotContain(ToyClient.KEY, ToyClient.KEY_HEADER);
        assertThat(server.take().getHeaders().get("X-Mine")).isEqualTo("1");
    }

    @Test
    void noInterceptorOfItsSeesTheKey() {
        server.says(200, WORKS);
        List<String> seen = new ArrayList<>();
        Interceptor seeing = chain -> {
            Response response = chain.proceed(chain.request());
            seen.add(chain.request().headers().toString());
            seen.add(response.request().headers().toString());
            Response network = response.networkResponse();
            seen.add((network == null ? response : network).request().headers().toString());
            return response;
        };

        client(new OkHttpClient.Builder().addInterceptor(seeing).addNetworkInterceptor(seeing))
                .read("t1")
                .execute();

        assertThat(seen)
                .hasSize(6)
                .allSatisfy(headers -> assertThat(headers)
                        .contains("connection-check-java")
                        .doesNotContain(ToyClient.KEY, ToyClient.KEY_HEADER));
        assertThat(server.take().getHeaders().get(ToyClient.KEY_HEADER)).contains(ToyClient.KEY);
    }

    @Test
    void aNetworkInterceptorCannotPutAnotherKeyInThePlaceOfOurs() {
        server.says(200, WORKS);

        client(new OkHttpClient.Builder()
                        .addNetworkInterceptor(chain -> chain.proceed(chain.request()
                                .newBuilder()
                                .header(ToyClient.KEY_HEADER, "another")
                                .build())))
                .read("t1")
                .execute();

        assertThat(server.take().getHeaders().values(ToyClient.KEY_HEADER))
                .singleElement()
                .asString()
                .contains(ToyClient.KEY);
    }

    @ParameterizedTest
    @ValueSource(ints = {407, 408, 421, 503})
    void itsInterceptorsSeeTheStatusThatTheVendorSent(int status) {
        server.says(status, "");
        List<Integer> seen = new ArrayList<>();
        Interceptor seeing = chain -> {
            Response response = chain.proceed(chain.request());
            seen.add(response.code());
            return response;
        };
        ToyClient client =
                client(new OkHttpClient.Builder().addInterceptor(seeing).addNetworkInterceptor(seeing));

        assertThatExceptionOfType(ConnectionCheckException.class)
                .isThrownBy(() -> client.send(Resend.NEVER).execute())
                .satisfies(error -> assertThat(error.status()).hasValue(status));

        assertThat(seen).containsExactly(status, status);
    }

    @Test
    void itsProxyAuthenticatorIsAskedByAProxyForPlainHttp() {
        server.says(new MockResponse.Builder()
                        .code(407)
                        .setHeader("Proxy-Authenticate", "Basic realm=\"proxy\"")
                        .build())
                .says(200, WORKS);
        ToyClient behindProxy = ToyClient.builder()
                .withKey()
                .baseUrl("http://api.toy.test")
                .allowPlainHttp()
                .httpClient(new OkHttpClient.Builder()
                        .proxy(server.asProxy())
                        .proxyAuthenticator((route, response) -> response.request()
                                .newBuilder()
                                .header("Proxy-Authorization", "Basic dXNlcjpwYXNz")
                                .build())
                        .build())
                .build();

        assertThat(behindProxy.send(Resend.NEVER).execute().status()).isEqualTo("works");

        server.take();
        assertThat(server.take().getHeaders().get("Proxy-Authorization")).isEqualTo("Basic dXNlcjpwYXNz");
    }

    @Test
    void aProxyThatWantsToKnowWhoAsksIsToldAsItAnswered() {
        server.says(407, "");
        ToyClient behindProxy = ToyClient.builder()
                .withKey()
                .baseUrl("http://api.toy.test")
                .allowPlainHttp()
                .httpClient(new OkHttpClient.Builder().proxy(server.asProxy()).build())
                .build();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> behindProxy.send(Resend.ALWAYS).execute())
                .satisfies(error -> assertThat(error.status()).hasValue(407));
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void anInterceptorThatTurnsARequestElsewhereTakesNoKeyAlong() {
        HttpUrl other = HttpUrl.get(elsewhere.url());
        ToyClient turned = client(new OkHttpClient.Builder()
                .addInterceptor(chain ->
                        chain.proceed(chain.request().newBuilder().url(other).build())));

        assertThatExceptionOfType(TransportException.class)
                .isThrownBy(() -> turned.read("t1").execute())
                .withStackTraceContaining("another origin than the base URL's");
        assertThat(elsewhere.requests()).isZero();
    }

    @Test
    void itsRedirectsAndRetriesDoNotCount() {
        server.says(new MockResponse.Builder()
                .code(307)
                .setHeader("Location", elsewhere.url())
                .build());
        ToyClient following = client(new OkHttpClient.Builder()
                .followRedirects(true)
                .followSslRedirects(true)
                .retryOnConnectionFailure(true));

        assertThatExceptionOfType(RuntimeException.class)
                .isThrownBy(() -> following.read("t1").execute());
        assertThat(elsewhere.requests()).isZero();
    }

    @Test
    void itsAuthenticatorIsNotAsked() {
        server.says(401, "").says(200, WORKS);
        ToyClient stubborn = client(new OkHttpClient.Builder().authenticator((route, response) -> response.request()));

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> stubborn.read("t1").execute());
        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void itsCookiesAndCacheAreNotUsed(@TempDir Path folder) throws Exception {
        MockResponse cacheable = new MockResponse.Builder()
                .setHeader("Set-Cookie", "session=s3cr3t")
                .setHeader("Cache-Control", "max-age=3600")
                .body(WORKS)
                .build();
        server.says(cacheable).says(cacheable);
        Jar jar = new Jar();
        try (Cache cache = new Cache(folder.toFile(), 1 << 20)) {
            ToyClient client = client(new OkHttpClient.Builder().cookieJar(jar).cache(cache));
            client.read("t1").execute();
            client.read("t1").execute();

            assertThat(server.requests()).isEqualTo(2);
            assertThat(cache.requestCount()).isZero();
            assertThat(cache.writeSuccessCount()).isZero();
        }
        assertThat(jar.used).isFalse();
    }

    @Test
    void itsTimeOutsDoNotCount() {
        server.says(new MockResponse.Builder()
                .headersDelay(50, TimeUnit.MILLISECONDS)
                .body(WORKS)
                .build());
        ToyClient client = client(new OkHttpClient.Builder()
                .readTimeout(Duration.ofMillis(1))
                .writeTimeout(Duration.ofMillis(1))
                .callTimeout(Duration.ofMillis(1)));

        assertThat(client.read("t1").execute().status()).isEqualTo("works");
    }

    @Test
    void itsDispatcherRunsAsynchronousCallsAndIsNotClosed() throws Exception {
        server.says(200, WORKS).says(200, WORKS);
        List<String> threads = new ArrayList<>();
        ExecutorService executor = Executors.newSingleThreadExecutor(task -> {
            Thread thread = new Thread(task, "the user's own");
            thread.setDaemon(true);
            return thread;
        });
        OkHttpClient lent = new OkHttpClient.Builder()
                .dispatcher(new Dispatcher(executor))
                .addInterceptor(chain -> {
                    threads.add(Thread.currentThread().getName());
                    return chain.proceed(chain.request());
                })
                .build();
        ToyClient client = server.builder().httpClient(lent).build();

        client.read("t1").executeAsync().get(ToyServer.patience().toSeconds(), TimeUnit.SECONDS);
        client.read("t1").executeAsync().get(ToyServer.patience().toSeconds(), TimeUnit.SECONDS);

        assertThat(threads).hasSize(2).allMatch(name -> name.startsWith("OkHttp") || name.equals("the user's own"));
        assertThat(executor.isShutdown()).isFalse();
        assertThat(lent.connectionPool().connectionCount()).isEqualTo(1);
        executor.shutdown();
    }

    @Test
    void aSupplierOfKeysIsAskedForEveryRequestAndOnceMoreAfterItsKeyWasRefused() {
        server.says(200, WORKS).says(401, "").says(200, WORKS).says(401, "").says(401, "");
        Iterator<String> keys = List.of("k1", "k2", "k3", "k4", "k5").iterator();
        ToyClient client = server.builder().apiKey(keys::next).build();

        client.read("t1").execute();
        client.read("t1").execute();
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> client.read("t1").execute());

        assertThat(List.of(key(), key(), key(), key(), key())).containsExactly("k1", "k2", "k3", "k4", "k5");
        assertThat(server.requests()).isEqualTo(5);
    }

    @Test
    void aSupplierThatGivesTheRefusedKeyAgainEndsTheCallWithTheRefusalAndSendsNothing() {
        server.says(401, "").says(200, WORKS);
        ToyClient client = server.builder().apiKey(() -> "k1").build();

        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> client.read("t1").execute())
                .withMessageContaining("toy readToy answered 401");

        assertThat(server.requests()).isEqualTo(1);
    }

    @Test
    void aSupplierThatGivesNoUsableKeyEndsTheCallUnseen() {
        List<String> unusable = List.of("", "s3cr3t\n", "s3cr\u00e9t");
        for (String key : unusable) {
            ToyClient client = server.builder().apiKey(() -> key).build();
            assertThatExceptionOfType(AuthenticationException.class)
                    .isThrownBy(() -> client.read("t1").execute())
                    .withMessageContaining("no usable API key")
                    .withMessageNotContaining("s3cr");
        }
        ToyClient throwing = server.builder()
                .apiKey(() -> {
                    throw new IllegalStateException("the vault is sealed, token=Zm9vYmFyYmF6cXV4");
                })
                .build();
        assertThatExceptionOfType(AuthenticationException.class)
                .isThrownBy(() -> throwing.read("t1").execute())
                .withMessageContaining("The supplier of the API key threw java.lang.IllegalStateException")
                .withMessageNotContaining("vault")
                .havingCause()
                .withMessage("java.lang.IllegalStateException: the vault is sealed, token=***");
        assertThat(server.requests()).isZero();
    }

    private String key() {
        return String.valueOf(server.take().getHeaders().get(ToyClient.KEY_HEADER));
    }

    private ToyClient client(OkHttpClient.Builder lent) {
        return server.builder()
                .httpClient(lent.build())
                .timeSource(new VirtualTime())
                .build();
    }

    private static final class Jar implements CookieJar {
        boolean used;

        @Override
        public void saveFromResponse(HttpUrl url, List<Cookie> cookies) {
            used = true;
        }

        @Override
        public List<Cookie> loadForRequest(HttpUrl url) {
            used = true;
            return List.of();
        }
    }
}
