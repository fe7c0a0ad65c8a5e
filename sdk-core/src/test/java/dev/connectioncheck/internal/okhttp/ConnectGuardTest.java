package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import okhttp3.Call;
import okhttp3.Dns;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import org.junit.jupiter.api.Test;

/** What keeps a call from hanging while it connects. */
class ConnectGuardTest {
    private static final InetSocketAddress ADDRESS = InetSocketAddress.createUnresolved("proxy.test", 3128);
    private static final Proxy PROXY = new Proxy(Proxy.Type.HTTP, ADDRESS);
    private static final Proxy SOCKS = new Proxy(Proxy.Type.SOCKS, ADDRESS);

    private final ConnectGuard guard = new ConnectGuard();
    private final Attempt attempt = new Attempt();

    @Test
    void aCancelThatCameBeforeTheHandshakeIsHeardThen() {
        Call call = call("https://vendor.test/");
        assertThatCode(() -> guard.secureConnectStart(call)).doesNotThrowAnyException();

        call.cancel();

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> guard.secureConnectStart(call))
                .withMessage("Canceled");
    }

    @Test
    void aClientThatHasNotConnectedYetMayNeedATunnel() {
        assertThat(guard.mayTunnel()).isTrue();
    }

    @Test
    void aClientThatConnectsDirectlyNeedsNone() {
        guard.connectStart(call("https://vendor.test/"), ADDRESS, Proxy.NO_PROXY);

        assertThat(guard.mayTunnel()).isFalse();
    }

    @Test
    void neitherPlainHttpThroughAProxyNorSocksIsATunnel() {
        guard.connectStart(call("http://vendor.test/"), ADDRESS, PROXY);
        guard.connectStart(call("https://vendor.test/"), ADDRESS, SOCKS);

        assertThat(guard.mayTunnel()).isFalse();
    }

    @Test
    void aClientThatUsedATunnelOnceMayNeedOneAgain() {
        attempt.boundRead();
        guard.connectStart(call("https://vendor.test/"), ADDRESS, PROXY);
        guard.connectStart(call("https://vendor.test/"), ADDRESS, Proxy.NO_PROXY);

        assertThat(guard.mayTunnel()).isTrue();
    }

    @Test
    void anAttemptWhoseReadsAreNotBoundedEndsBeforeItTunnels() {
        guard.connectStart(call("https://vendor.test/"), ADDRESS, Proxy.NO_PROXY);

        assertThatExceptionOfType(IOException.class)
                .isThrownBy(() -> guard.connectStart(call("https://vendor.test/"), ADDRESS, PROXY));

        assertThat(guard.mayTunnel()).isTrue();
        attempt.boundRead();
        assertThatCode(() -> guard.connectStart(call("https://vendor.test/"), ADDRESS, PROXY))
                .doesNotThrowAnyException();
    }

    @Test
    void theReadsOfACallThatMayNeedATunnelAreBoundedASecondLongerThanTheCall() throws IOException {
        assertThat(readTimeoutOfACallOf(Duration.ofSeconds(50))).isEqualTo(Duration.ofSeconds(51));

        assertThat(attempt.hasReadBound()).isTrue();
    }

    @Test
    void theReadsOfACallThatNeedsNoneHaveNoBoundOfTheirOwn() throws IOException {
        guard.connectStart(call("https://vendor.test/"), ADDRESS, Proxy.NO_PROXY);

        assertThat(readTimeoutOfACallOf(Duration.ofSeconds(50))).isZero();

        assertThat(attempt.hasReadBound()).isFalse();
    }

    private Duration readTimeoutOfACallOf(Duration timeout) throws IOException {
        AtomicInteger millis = new AtomicInteger();
        BaseUrl baseUrl = BaseUrl.parse("https://vendor.test", "");
        OkHttpClient client = new OkHttpClient.Builder()
                .readTimeout(Duration.ZERO)
                .addInterceptor(new LastInterceptor(
                        Credential.fixed("Authorization", "Bearer ", "the-key"),
                        baseUrl,
                        new NameLookup(Dns.SYSTEM),
                        guard))
                .addInterceptor(chain -> {
                    millis.set(chain.readTimeoutMillis());
                    return Wire.response(chain.request(), 200, "");
                })
                .build();
        Call call = client.newCall(call("https://vendor.test/").request());
        call.timeout().timeout(timeout.toNanos(), TimeUnit.NANOSECONDS);
        call.execute().close();
        return Duration.ofMillis(millis.get());
    }

    private Call call(String url) {
        return new OkHttpClient()
                .newCall(new Request.Builder()
                        .url(url)
                        .tag(Attempt.class, attempt)
                        .build());
    }
}
