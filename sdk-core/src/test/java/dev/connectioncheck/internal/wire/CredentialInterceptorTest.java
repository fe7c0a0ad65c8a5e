package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.concurrent.atomic.AtomicReference;
import okhttp3.OkHttpClient;
import okhttp3.Protocol;
import okhttp3.Request;
import okhttp3.Response;
import org.junit.jupiter.api.Test;

class CredentialInterceptorTest {
    private static final String URL = "https://vendor.test/";

    private final AtomicReference<String> sent = new AtomicReference<>("");
    private final OkHttpClient client = new OkHttpClient.Builder()
            .addInterceptor(new CredentialInterceptor(
                    Credential.renewable("Authorization", "Bearer ", () -> "key-1"), BaseUrl.parse(URL, "")))
            .addInterceptor(chain -> answer(chain.request()))
            .build();

    @Test
    void anAttemptRemembersTheKeyThatItSentSoThatTheAnswerCanBeFreedOfIt() throws IOException {
        Attempt attempt = new Attempt();

        send(new Request.Builder().url(URL).tag(Attempt.class, attempt).build());

        assertThat(sent).hasValue("Bearer key-1");
        assertThat(attempt.key()).isEqualTo("key-1");
    }

    @Test
    void aRequestThatAnInterceptorMadeAnewGetsTheKeyToo() throws IOException {
        send(new Request.Builder().url(URL).build());

        assertThat(sent).hasValue("Bearer key-1");
    }

    private void send(Request request) throws IOException {
        client.newCall(request).execute().close();
    }

    private Response answer(Request request) {
        sent.set(String.valueOf(request.header("Authorization")));
        return new Response.Builder()
                .request(request)
                .protocol(Protocol.HTTP_1_1)
                .code(200)
                .message("")
                .build();
    }
}
