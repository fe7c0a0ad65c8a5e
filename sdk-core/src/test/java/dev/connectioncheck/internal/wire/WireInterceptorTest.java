package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.Socket;
import okhttp3.Call;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What the engine learns of an attempt, and does to it, between OkHttp and the wire. */
class WireInterceptorTest {
    private final Attempt attempt = new Attempt();
    private final Request bare =
            new Request.Builder().url("https://api.toy.test/").build();
    private final Request tagged = bare.newBuilder().tag(Attempt.class, attempt).build();

    @ParameterizedTest
    @ValueSource(ints = {407, 408, 421, 503})
    void aStatusOnWhichOkHttpActsPassesItUnderAnotherNumber(int status) throws IOException {
        Response response = new WireInterceptor().intercept(Wire.chain(tagged, null, status));

        assertThat(response.code()).isEqualTo(599);
        assertThat(attempt.status()).isEqualTo(status);
        assertThat(attempt.wasSent()).isTrue();
    }

    @ParameterizedTest
    @ValueSource(ints = {200, 401, 406, 409, 420, 422, 429, 500, 502, 504})
    void anyOtherStatusPassesAsItIs(int status) throws IOException {
        Response response = new WireInterceptor().intercept(Wire.chain(tagged, null, status));

        assertThat(response.code()).isEqualTo(status);
        assertThat(attempt.status()).isEqualTo(status);
    }

    @Test
    void aRequestOfTheUsersOwnIsLeftAlone() throws IOException {
        Response response = new WireInterceptor().intercept(Wire.chain(bare, null, 503));

        assertThat(response.code()).isEqualTo(503);
        assertThat(response.request()).isSameAs(bare);
    }

    @Test
    void theConnectionThatWasUsedIsTheOneToAbandon() throws IOException {
        Socket socket = new Socket();

        new WireInterceptor().intercept(Wire.chain(tagged, Wire.connection(socket), 200));
        attempt.abandonConnection();

        assertThat(socket.isClosed()).isTrue();
    }

    @Test
    void aConnectionOfHttp2StaysOpenForItsOtherAnswers() {
        Socket socket = new Socket();

        attempt.useConnection(Wire.connection(socket, Protocol.HTTP_2));
        attempt.abandonConnection();

        assertThat(socket.isClosed()).isFalse();
    }

    @Test
    void anAttemptWithoutAConnectionHasNoneToAbandon() {
        attempt.abandonConnection();

        assertThat(attempt.wasSent()).isFalse();
    }

    @Test
    void aKeyIsAddedWithItsPrefixAndRemembered() throws IOException {
        Response response = credentials("https://api.toy.test").intercept(Wire.chain(tagged, null, 200));

        assertThat(response.request().header("Authorization")).isEqualTo("Bearer the-key");
        assertThat(attempt.key()).isEqualTo("the-key");
    }

    @Test
    void aKeyIsAddedToARequestThatNoAttemptFollows() throws IOException {
        Response response = credentials("https://api.toy.test").intercept(Wire.chain(bare, null, 200));

        assertThat(response.request().header("Authorization")).isEqualTo("Bearer the-key");
    }

    @Test
    void aKeyIsNotGivenToAnotherOrigin() {
        assertThatThrownBy(() -> credentials("https://other.toy.test").intercept(Wire.chain(tagged, null, 200)))
                .isInstanceOf(WrongOriginException.class);
        assertThat(attempt.key()).isNull();
    }

    @Test
    void aCredentialDoesNotShowWhatItHolds() {
        assertThat(Credential.fixed("Authorization", "Bearer ", "the-key")).hasToString("Credential[***]");
    }

    @Test
    void anAnswerThatIsTooLongEndsItsCall() {
        OkHttpClient client = new OkHttpClient();
        Call call = client.newCall(tagged);
        String tooLong = "x".repeat((int) Answer.MAX_BODY_BYTES + 1);

        assertThatThrownBy(() -> Answer.read(call, Wire.response(tagged, 200, tooLong), attempt))
                .isInstanceOf(AnswerTooLongException.class);

        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void anAnswerOfTheGreatestLengthIsRead() throws IOException {
        Call call = new OkHttpClient().newCall(tagged);
        String longest = "x".repeat((int) Answer.MAX_BODY_BYTES);

        Answer answer = Answer.read(call, Wire.response(tagged, 200, longest), attempt);

        assertThat(answer.body()).hasSize((int) Answer.MAX_BODY_BYTES);
        assertThat(call.isCanceled()).isFalse();
    }

    private static CredentialInterceptor credentials(String baseUrl) {
        return new CredentialInterceptor(
                Credential.fixed("Authorization", "Bearer ", "the-key"), BaseUrl.parse(baseUrl, "/api/v1"));
    }
}
