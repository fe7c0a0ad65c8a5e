package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.model.SecretHolder;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyBody;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import okhttp3.Request;
import okio.Buffer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** How calls are composed and executed. */
class ApiCallTest {
    private final List<String> bodies = new ArrayList<>();
    private final ToyVendor vendor = ToyVendor.replying(request -> {
        bodies.add(bodyOf(request));
        String id = request.url().pathSegments().get(request.url().pathSize() - 1);
        return Reply.of(200, "{\"id\": \"" + id + "\", \"status\": \"works\", \"colour\": \"red\"}");
    });
    private final ToyClient client = vendor.client();

    @Test
    void nothingIsSentBeforeACallIsExecutedAndEachTimeSendsAnew() {
        ApiCall<Toy> call = client.read("t1");

        assertThat(vendor.requests()).isEmpty();
        call.execute();
        call.execute();
        assertThat(vendor.requests()).hasSize(2);
    }

    @ParameterizedTest
    @EnumSource
    void mapComputesFromTheAnswer(Driver driver) {
        ApiCall<Integer> length = client.read("t1").map(Toy::id).map(String::length);

        assertThat(driver.execute(vendor, length)).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void thenGoesOnWithACallMadeFromTheAnswer(Driver driver) {
        ApiCall<String> chain = client.read("t1")
                .then(toy -> client.read(toy.id() + "2").then(next -> client.read(next.id() + "3")))
                .map(Toy::id);

        assertThat(driver.execute(vendor, chain)).isEqualTo("t123");
        assertThat(vendor.requests())
                .containsExactly("GET /api/v1/toys/t1", "GET /api/v1/toys/t12", "GET /api/v1/toys/t123");
    }

    @ParameterizedTest
    @EnumSource
    void asReadsEverythingThatTheVendorSent(Driver driver) {
        JsonNode all = driver.execute(vendor, client.read("t1").map(Toy::status).as(JsonNode.class));

        assertThat(all.path("colour").asText()).isEqualTo("red");
    }

    @Test
    void withBodySendsWhatTheSpecificationDoesNotKnow() {
        ApiCall<Toy> call = client.send(Resend.NEVER);

        call.withBody(Map.of("colour", "red")).execute();
        call.execute();

        assertThat(bodies).containsExactly("{\"colour\":\"red\"}", "{\"settings\":{}}");
    }

    @ParameterizedTest
    @EnumSource
    void aFunctionThatThrowsEndsTheCallWithoutShowingWhatItWasGiven(Driver driver) {
        ToyVendor echo = ToyVendor.saying(Reply.broken("s3cr3t-of-ours"));
        ApiCall<Object> call = echo.client()
                .send(Resend.NEVER, Map.of("password", "s3cr3t-of-ours"))
                .map(toy -> {
                    throw new IllegalStateException("can't use " + toy.message());
                });

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> driver.execute(echo, call))
                .withMessageContaining("reading it threw java.lang.IllegalStateException")
                .withStackTraceContaining("can't use ***");
    }

    @ParameterizedTest
    @EnumSource
    void aTimeOutBoundsTheWholeCall(Driver driver) {
        ToyVendor slow = ToyVendor.saying(Reply.failure().after(Duration.ofSeconds(20)));
        ApiCall<Toy> call = slow.client().read("t1").withTimeout(Duration.ofSeconds(15));

        assertThatExceptionOfType(CheckTimeoutException.class).isThrownBy(() -> driver.execute(slow, call));
        assertThat(slow.requests()).hasSize(1);
    }

    @Test
    void aTimeOutIsPositive() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.read("t1").withTimeout(Duration.ZERO))
                .withMessageContaining("must be positive");
    }

    @Test
    void cancellingAFutureOfACallThatWaitsEndsIt() {
        ToyVendor busy = ToyVendor.saying(Reply.of(503, ""));
        CompletableFuture<Toy> future = busy.client().read("t1").executeAsync();

        future.cancel(true);

        assertThat(busy.time().scheduledTasks()).isZero();
        assertThat(busy.requests()).hasSize(1);
    }

    @Test
    void anAnswerMayLackABodyWhereItsStatusMatters() {
        ApiRuntime runtime = ToyVendor.saying(
                        Reply.of(204, "").header("X-Request-Id", "r1"), Reply.of(200, "null"), Reply.of(200, "{}"))
                .client()
                .runtime();
        ApiCall<ApiResponse<Toy>> call = runtime.request("POST", "a", "/x").callWithStatus(Toy.class, 200, 204);

        assertThat(call.execute()).isEqualTo(ApiResponse.of(204, Optional.of("r1"), Optional.empty()));
        assertThat(call.execute().body()).isEmpty();
        assertThat(call.execute().body()).isPresent();
    }

    @Test
    void aBodyThatDoesNotMatterIsNotRead() {
        ApiRuntime runtime = ToyVendor.saying(Reply.of(200, "gone {")).client().runtime();

        assertThat(runtime.request("DELETE", "a", "/x")
                        .callWithoutBody(200)
                        .execute()
                        .status())
                .isEqualTo(200);
    }

    @Test
    void aProxysPageIsNoAnswerEvenWhereTheBodyDoesNotMatter() {
        ApiRuntime runtime = ToyVendor.saying(Reply.of(200, "<html>")).client().runtime();

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(() -> runtime.request("DELETE", "a", "/x")
                        .callWithoutBody(200)
                        .execute())
                .withMessageContaining("an HTML page");
    }

    @Test
    void secretsAreFoundInListsOfHolders() {
        List<Object> found = new ArrayList<>();

        SecretHolder.collect(List.of(new ToyBody(Map.of("a", 1)), "plain", List.of(new ToyBody(Map.of()))), found::add);

        assertThat(found).containsExactly(Map.of("a", 1), Map.of());
    }

    private static String bodyOf(Request request) {
        Buffer buffer = new Buffer();
        try {
            if (request.body() != null) {
                request.body().writeTo(buffer);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return buffer.readUtf8();
    }
}
