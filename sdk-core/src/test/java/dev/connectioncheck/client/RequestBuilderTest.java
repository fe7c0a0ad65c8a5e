package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyBody;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import okhttp3.Request;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What requests are made of, and what can't change them. */
class RequestBuilderTest {
    private final List<Request> asked = new ArrayList<>();
    private final ToyClient client = ToyVendor.replying(request -> {
                asked.add(request);
                return Reply.works();
            })
            .client();

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "t1 | t1",
                "a/b | a%2Fb",
                "/ | %2F",
                "? | %3F",
                "../admin | ..%2Fadmin",
                "a/../../admin | a%2F..%2F..%2Fadmin",
                "a\\b | a%5Cb",
                "a?b=c | a%3Fb=c",
                "a#b | a%23b",
                "a%2fb | a%252fb",
                "%2e%2e | %252e%252e",
                "a b | a%20b",
                "{id} | %7Bid%7D",
                "a;b | a;b",
                "é | %C3%A9",
                "http://evil.test/ | http:%2F%2Fevil.test%2F",
            })
    void anIdIsOneSegmentOfThePathWhateverItHolds(String id, String segment) {
        client.read(id).execute();

        assertThat(asked.get(0).url()).hasToString("https://api.toy.test/api/v1/toys/" + segment);
    }

    @Test
    void aLineBreakInAnIdIsEncoded() {
        client.read("a\r\nX-Other: 1").execute();

        assertThat(asked.get(0).url().encodedPath()).isEqualTo("/api/v1/toys/a%0D%0AX-Other:%201");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", ".", ".."})
    void anIdThatWouldChangeThePathIsRefused(String id) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> client.read(id))
                .withMessageStartingWith("id must not be");
    }

    @Test
    void queriesAreEncodedAndNullsLeftOut() {
        client.runtime()
                .request("GET", "listToys", "/api/v1/toys")
                .query("name", "a&b=c")
                .query("page", 2)
                .query("kind", null)
                .call(Toy.class, 200)
                .execute();

        assertThat(asked.get(0).url()).hasToString("https://api.toy.test/api/v1/toys?name=a%26b%3Dc&page=2");
    }

    @Test
    void aListIsReadWholeAndAPathKeepsItsSlash() {
        List<Toy> toys = ToyVendor.replying(request -> {
                    asked.add(request);
                    return Reply.of(200, "[{\"id\":\"t1\",\"status\":\"works\"}]");
                })
                .client()
                .runtime()
                .request("GET", "listToys", "/api/v1/toys/")
                .callForList(Toy.class)
                .execute();

        assertThat(asked.get(0).url()).hasToString("https://api.toy.test/api/v1/toys/");
        assertThat(toys).extracting(Toy::status).containsExactly("works");
        assertThat(toys).isUnmodifiable();
    }

    @Test
    void whatIsNoListIsNotUnderstoodAsOne() {
        ApiCall<List<Toy>> list = ToyVendor.saying(Reply.of(200, "{\"error\": \"no\"}"))
                .client()
                .runtime()
                .request("GET", "listToys", "/api/v1/toys")
                .callForList(Toy.class);

        assertThatExceptionOfType(UnexpectedResponseException.class)
                .isThrownBy(list::execute)
                .withMessageContaining("the answer can't be understood: its body is not the JSON that was expected");
    }

    @Test
    void aPageIsReadWithWhatStandsAroundItsList() {
        JsonNode page = ToyVendor.saying(Reply.of(200, "{\"toys\": [{\"id\": \"t1\"}], \"next\": \"p2\"}"))
                .client()
                .runtime()
                .request("GET", "listToys", "/api/v1/toys")
                .callForPage(JsonNode.class)
                .execute();

        assertThat(page.path("toys").path(0).path("id").asText()).isEqualTo("t1");
        assertThat(page.path("next").asText()).isEqualTo("p2");
    }

    @ParameterizedTest
    @ValueSource(strings = {"s3cr3t\r\nX-Other: 1", "s3cr\u00e9t", " "})
    void aHeaderValueThatNoHeaderMayHaveIsRefusedUnseen(String value) {
        RequestBuilder builder = client.runtime().request("GET", "listToys", "/api/v1/toys");

        assertThatIllegalArgumentException()
                .isThrownBy(() -> builder.header("X-Kind", value))
                .withMessageStartingWith("X-Kind must")
                .withMessageNotContaining("s3cr");
    }

    @Test
    void everyMethodIsSentAsItself() {
        ApiRuntime runtime = client.runtime();
        List.of(
                        runtime.request("GET", "a", "/x"),
                        runtime.request("POST", "b", "/x"),
                        runtime.request("PUT", "c", "/x"),
                        runtime.request("PATCH", "d", "/x"),
                        runtime.request("DELETE", "e", "/x"))
                .forEach(builder -> builder.call(Toy.class, 200).execute());

        assertThat(asked).extracting(Request::method).containsExactly("GET", "POST", "PUT", "PATCH", "DELETE");
        assertThat(asked)
                .allSatisfy(request -> assertThat(request.header("Accept")).isEqualTo("application/json"));
    }

    @Test
    void aCallShowsItsOperationAlone() {
        ApiCall<Toy> call = client.send(Resend.NEVER, Map.of("password", "s3cr3t"));

        assertThat(call).hasToString("toy sendToy");
        assertThat(call.withBody(new ToyBody(Map.of("password", "s3cr3t")))).hasToString("toy sendToy");
    }
}
