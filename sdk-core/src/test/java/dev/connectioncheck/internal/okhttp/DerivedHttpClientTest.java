package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import java.io.File;
import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.ConnectException;
import java.net.InetAddress;
import java.net.MalformedURLException;
import java.net.Socket;
import java.net.SocketAddress;
import java.net.URL;
import java.net.URLClassLoader;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.SocketFactory;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a client of ours has of its own, and what it has of a lent one. */
class DerivedHttpClientTest {
    private static final OkHttpClient LENT = new OkHttpClient();

    @Test
    void eachClientHasItsOwnLimitsAndConnectionsSoThatNoVendorHoldsUpAnother() {
        OkHttpClient one = ours(128);
        OkHttpClient other = ours(128);

        assertThat(one.dispatcher()).isNotSameAs(other.dispatcher());
        assertThat(one.connectionPool()).isNotSameAs(other.connectionPool());
        assertThat(one.sslSocketFactory()).as("costly, and without limits").isSameAs(other.sslSocketFactory());
        assertThat(one.dispatcher().executorService())
                .isSameAs(other.dispatcher().executorService());
    }

    @Test
    void itHasAsManyCallsInFlightAsAskedForAllOfThemToOneHostIfNeedBe() {
        assertThat(ours(2_000).dispatcher().getMaxRequests()).isEqualTo(2_000);
        assertThat(ours(2_000).dispatcher().getMaxRequestsPerHost()).isEqualTo(2_000);
        assertThat(DerivedHttpClient.MOST_CALLS).isGreaterThanOrEqualTo(128);
    }

    /** As many calls as begin together would have as many threads beside their own. */
    @Test
    void aConnectionIsMadeOnTheThreadOfItsCall() {
        List<Thread> connecting = new CopyOnWriteArrayList<>();
        OkHttpClient.Builder builder = ours(1).newBuilder().socketFactory(new Refusing(connecting));
        builder.interceptors().clear();
        builder.networkInterceptors().clear();
        Request request = new Request.Builder().url("http://127.0.0.1:9/").build();

        assertThatExceptionOfType(ConnectException.class)
                .isThrownBy(() -> builder.build().newCall(request).execute());

        assertThat(connecting).containsExactly(Thread.currentThread());
    }

    @Test
    void aLentClientKeepsItsDispatcherAndItsPool() {
        OkHttpClient derived = derived(LENT, 128);

        assertThat(derived.dispatcher()).isSameAs(LENT.dispatcher());
        assertThat(derived.connectionPool()).isSameAs(LENT.connectionPool());
    }

    @Test
    void aConnectionThatDiedSilentlyIsFoundWithinSeconds() {
        assertThat(ours(128).pingIntervalMillis()).isEqualTo(10_000);
        assertThat(derived(LENT, 128).pingIntervalMillis()).isEqualTo(10_000);
    }

    @Test
    void theIntervalOfALentClientsPingsStays() {
        OkHttpClient pinging =
                LENT.newBuilder().pingInterval(Duration.ofSeconds(45)).build();

        assertThat(derived(pinging, 128).pingIntervalMillis()).isEqualTo(45_000);
    }

    @Test
    void aLentClientKeepsItsProxyAuthenticatorAndNotTheOneForVendors() {
        Authenticator asked = (route, response) -> null;
        OkHttpClient derived = derived(
                LENT.newBuilder().authenticator(asked).proxyAuthenticator(asked).build(), 128);

        assertThat(derived.authenticator()).isSameAs(Authenticator.NONE);
        assertThat(derived.proxyAuthenticator()).isSameAs(asked);
    }

    @Test
    void ourInterceptorsStandAroundThoseOfTheUser() {
        OkHttpClient derived = derived(
                LENT.newBuilder()
                        .addInterceptor(chain -> chain.proceed(chain.request()))
                        .addNetworkInterceptor(chain -> chain.proceed(chain.request()))
                        .build(),
                128);

        assertThat(derived.interceptors()).hasSize(3);
        assertThat(derived.interceptors().get(0)).isInstanceOf(AttemptInterceptor.class);
        assertThat(derived.interceptors().get(2)).isInstanceOf(LastInterceptor.class);
        assertThat(derived.networkInterceptors()).hasSize(3);
        assertThat(derived.networkInterceptors().get(0)).isInstanceOf(StatusGuard.class);
        assertThat(derived.networkInterceptors().get(2)).isInstanceOf(WireInterceptor.class);
    }

    /** Without it, the first call would end in an Error of the JVM. */
    @Test
    void anOkHttpWithTheOkioOfAnOlderOneIsRefusedBeforeAnyCall() throws Exception {
        try (URLClassLoader mixed = new WithoutOkioSockets()) {
            Class<?> there = mixed.loadClass(DerivedHttpClient.class.getName());
            Method of = Arrays.stream(there.getMethods())
                    .filter(method -> method.getName().equals("of"))
                    .findFirst()
                    .orElseThrow();

            assertThatExceptionOfType(InvocationTargetException.class)
                    .isThrownBy(() -> of.invoke(null, null, null, 1, null, null))
                    .havingCause()
                    .isInstanceOf(IllegalStateException.class)
                    .withMessageContaining("each with its own Okio");
        }
    }

    /** The same class path once more, but for a class that came with OkHttp 5. */
    private static final class WithoutOkioSockets extends URLClassLoader {
        WithoutOkioSockets() {
            super(classPath(), ClassLoader.getPlatformClassLoader());
        }

        private static URL[] classPath() {
            return Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator, -1))
                    .map(WithoutOkioSockets::url)
                    .toArray(URL[]::new);
        }

        private static URL url(String entry) {
            try {
                return new File(entry).toURI().toURL();
            } catch (MalformedURLException e) {
                throw new IllegalStateException(e);
            }
        }

        @Override
        protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
            if (name.equals("okio.Socket")) {
                throw new ClassNotFoundException(name);
            }
            return super.loadClass(name, resolve);
        }
    }

    private static OkHttpClient ours(int mostCalls) {
        return derived(null, mostCalls);
    }

    private static OkHttpClient derived(@Nullable OkHttpClient lent, int mostCalls) {
        return DerivedHttpClient.of(
                lent,
                null,
                mostCalls,
                Credential.fixed("Authorization", "Bearer ", "the-key"),
                BaseUrl.parse("https://api.toy.test", ""));
    }

    /** Notes which thread connects, and lets it fail. */
    private static final class Refusing extends SocketFactory {
        private final List<Thread> connecting;

        Refusing(List<Thread> connecting) {
            this.connecting = connecting;
        }

        @Override
        public Socket createSocket() {
            return new Socket() {
                @Override
                public void connect(SocketAddress address, int timeout) throws IOException {
                    connecting.add(Thread.currentThread());
                    throw new ConnectException("refused");
                }
            };
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            throw new UnsupportedOperationException();
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress localHost, int localPort) {
            throw new UnsupportedOperationException();
        }
    }
}
