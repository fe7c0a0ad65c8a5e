package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.toy.Inside;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import okhttp3.Call;
import okhttp3.Headers;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.Response;
import okhttp3.ResponseBody;
import okio.BufferedSource;
import okio.Okio;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is read of an answer, and what is told of it. */
class AnswerTest {
    private final Attempt attempt = new Attempt();
    private final Request tagged = new Request.Builder()
            .url("https://api.toy.test/")
            .tag(Attempt.class, attempt)
            .build();

    @Test
    void anAnswerThatIsTooLongEndsItsCall() {
        OkHttpClient client = new OkHttpClient();
        Call call = client.newCall(tagged);
        String tooLong = "x".repeat((int) Answer.MAX_BODY_BYTES + 1);

        Response response = Wire.response(tagged, 502, tooLong)
                .newBuilder()
                .header("X-Request-Id", "r-1")
                .build();

        assertThatThrownBy(() -> Answer.read(call, response, attempt))
                .isInstanceOfSatisfying(AnswerTooLongException.class, tooLongAnswer -> {
                    assertThat(tooLongAnswer.status()).isEqualTo(502);
                    assertThat(tooLongAnswer.requestId()).contains("r-1");
                });

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

    @Test
    void aListThatIsTooLongEndsItsCall() {
        Attempt listing =
                new Attempt(AttemptBounds.NONE, null, body -> body.transferTo(OutputStream.nullOutputStream()));
        Call call = new OkHttpClient().newCall(tagged);
        BufferedSource endless = Okio.buffer(Okio.source(new ListBodyTest.Blanks(ListBody.MAX_BYTES + 1)));
        Response response = Wire.response(tagged, 200, "")
                .newBuilder()
                .body(ResponseBody.create(endless, null, -1))
                .build();

        assertThatThrownBy(() -> Answer.read(call, response, listing))
                .isInstanceOf(AnswerTooLongException.class)
                .hasMessage("The answer is longer than 64 MiB.");

        assertThat(call.isCanceled()).isTrue();
    }

    @Test
    void aCredentialDoesNotShowWhatItHolds() {
        Credential credential = Credential.fixed("Authorization", "Bearer ", "the-key");

        assertThat(credential.valueOf("the-key")).isEqualTo("Bearer the-key");
        assertThat(credential).hasToString("Credential[***]");
        assertThat(Inside.of(credential, "last")).hasToString("***");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            text/html                  | nothing here
            TEXT/HTML; charset=utf-8   | {"a": 1}
            application/xhtml+xml      | x
            application/json           | <!DOCTYPE html><html></html>
            application/json           | <!doctype HTML PUBLIC "-//IETF//DTD HTML 2.0//EN">
            text/plain                 | <html><head><title>502 Bad Gateway</title>
            text/plain                 | <HTML lang="en">
            text/plain                 | '\uFEFF  <body bgcolor="white">'
            """)
    void aWebPageIsCalledOne(String type, String body) {
        assertThat(answer(type, body).isHtml()).isTrue();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            application/json           | {"error": "<html>"}
            application/problem+json   | ''
            text/plain                 | upstream connect error
            application/xml            | <error>no html</error>
            text/plain                 | <htmlish>
            text/htmlx-unknown         | ''
            """)
    void anythingElseIsNone(String type, String body) {
        assertThat(answer(type, body).isHtml()).isEqualTo(false);
    }

    private Answer answer(String type, String body) {
        return new Answer(502, Headers.of("Content-Type", type), body.getBytes(StandardCharsets.UTF_8), attempt);
    }
}
