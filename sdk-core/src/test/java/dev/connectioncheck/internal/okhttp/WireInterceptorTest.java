package dev.connectioncheck.internal.okhttp;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.internal.wire.Credential;
import dev.connectioncheck.internal.wire.Wire;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.Socket;
import okhttp3.Connection;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine learns of an attempt, and does to it, between OkHttp and the wire. */
class WireInterceptorTest {
    private static final Credential CREDENTIAL = Credential.fixed("Authorization", "Bearer ", "the-key");

    private final Attempt attempt = new Attempt();
    private final Request bare =
            new Request.Builder().url("https://api.toy.test/").build();
    private final Request tagged = bare.newBuilder().tag(Attempt.class, attempt).build();

    @ParameterizedTest
    @ValueSource(ints = {407, 408, 421, 503})
    void aStatusOnWhichOkHttpActsPassesItUnderAnotherNumber(int status) throws IOException {
        Response response = new StatusGuard().intercept(Wire.chain(tagged, null, status));

        assertThat(response.code()).isEqualTo(599);
        assertThat(StatusGuard.restored(response, attempt).code()).isEqualTo(status);
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 406, 409, 420, 422, 429, 500, 502, 504, 599})
    void anyOtherStatusPassesAsItIs(int status) throws IOException {
        Response response = new StatusGuard().intercept(Wire.chain(tagged, null, status));

        assertThat(response.code()).isEqualTo(status);
        assertThat(StatusGuard.restored(response, attempt).code()).isEqualTo(status);
    }

    @Test
    void aStatusThatAnInterceptorOfTheUsersMadeUpCounts() throws IOException {
        Response hidden = new StatusGuard().intercept(Wire.chain(tagged, null, 503));
        Response madeUp = hidden.newBuilder().code(200).build();

        assertThat(StatusGuard.restored(madeUp, attempt).code()).isEqualTo(200);
    }

    @Test
    void aProxysOwn407IsLeftToOkHttpWhichAsksTheProxyAuthenticator() throws IOException {
        Proxy proxy = new Proxy(Proxy.Type.HTTP, InetSocketAddress.createUnresolved("proxy.test", 3128));

        assertThat(new StatusGuard()
                        .intercept(Wire.chain(tagged, Wire.connection(proxy), 407))
                        .code())
                .isEqualTo(407);
        assertThat(new StatusGuard()
                        .intercept(Wire.chain(tagged, Wire.connection(Proxy.NO_PROXY), 407))
                        .code())
                .isEqualTo(599);
    }

    @Test
    void aRequestOfTheUsersOwnIsLeftAlone() throws IOException {
        Response response = new StatusGuard().intercept(Wire.chain(bare, null, 503));

        assertThat(response.code()).isEqualTo(503);
        assertThat(response.request()).isSameAs(bare);
    }

    @BeforeEach
    void aKeyWasAskedFor() {
        attempt.useKey("the-key");
    }

    @Test
    void aRequestIsSentOnceItGoesToTheWire() throws IOException {
        new WireInterceptor(CREDENTIAL, true).intercept(Wire.chain(tagged, null, 200));

        assertThat(attempt.wasSent()).isTrue();
    }

    @Test
    void anAttemptHasLeftTheQueueBeforeAnyInterceptorOfTheUsers() throws IOException {
        new AttemptInterceptor().intercept(Wire.chain(tagged, null, 200));

        assertThat(attempt.phase()).isEqualTo(Attempt.Phase.CONNECTING);
    }

    @Test
    void aCallThatIsNoneOfOursPassesAsItIs() throws IOException {
        assertThat(new AttemptInterceptor()
                        .intercept(Wire.chain(bare, null, 200))
                        .request())
                .isSameAs(bare);
    }

    @Test
    void anAttemptThatGoesOnOverANewConnectionIsOnNoKeptOneAnyMore() throws IOException {
        WireInterceptor wire = new WireInterceptor(CREDENTIAL, true);
        Connection kept = Wire.connection(new Socket());
        wire.intercept(Wire.chain(tagged, kept, 200));
        wire.intercept(Wire.chain(tagged, kept, 200));

        wire.intercept(Wire.chain(tagged, null, 200));

        assertThat(attempt.wentOverKeptConnection()).isFalse();
    }

    @Test
    void aConnectionThatCarriedAnAnswerIsAKeptOneForTheNextAttempt() throws IOException {
        WireInterceptor wire = new WireInterceptor(CREDENTIAL, true);
        Connection connection = Wire.connection(new Socket());

        wire.intercept(Wire.chain(tagged, connection, 200));
        assertThat(attempt.wentOverKeptConnection()).isFalse();

        wire.intercept(Wire.chain(tagged, connection, 200));
        assertThat(attempt.wentOverKeptConnection()).isTrue();
    }
}
