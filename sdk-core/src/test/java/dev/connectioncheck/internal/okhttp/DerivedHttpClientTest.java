package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.Credential;
import java.time.Duration;
import okhttp3.Authenticator;
import okhttp3.OkHttpClient;
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
}
