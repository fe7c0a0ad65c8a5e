package dev.connectioncheck.internal.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.Toy;
import dev.connectioncheck.toy.ToyClient;
import dev.connectioncheck.toy.ToyVendor;
import java.lang.reflect.Field;
import java.lang.reflect.RecordComponent;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a call was told survives whatever is made of it. */
class HttpCallTest {
    private static final Duration OWN = Duration.ofSeconds(17);
    private static final Map<String, Object> BODY = Map.of("a", 1);

    private final ToyClient client = ToyVendor.saying(Reply.works()).client();
    /** Everything that can be said of a request, none of it a default. */
    private final ApiCall<Toy> call = client.runtime()
            .request("POST", "sendToy", "/api/v1/toys/{id}")
            .path("id", "t1")
            .query("deep", "yes")
            .header("x-toy", "1")
            .body(Map.of("b", 2))
            .resend(Resend.UNLESS_PROCESSED)
            .longRunning()
            .ifLost("look at the shelf")
            .call(Toy.class, 200);

    @Test
    void aCallWithAnotherBodyIsTheSameInAllElse() throws Exception {
        ApiRequest before = request(call);
        ApiRequest after = request(call.withBody(BODY));

        assertThat(after.body()).isEqualTo(BODY);
        assertSameBut("body", before, after);
        assertThat(plan(call.withBody(BODY)).success().test(200)).isTrue();
        assertThat(plan(call.withBody(BODY)).success().test(202)).isFalse();
    }

    @Test
    void aCallWithAnotherTimeoutIsTheSameInAllElse() throws Exception {
        assertThat(plan(call.withTimeout(OWN))).isSameAs(plan(call));
        assertThat(timeout(call.withTimeout(OWN))).isEqualTo(OWN);
        assertThat(timeout(call)).isEqualTo(Duration.ofMinutes(5));
    }

    @Test
    void itsTimeoutSurvivesEverythingElse() throws Exception {
        List<UnaryOperator<ApiCall<?>>> ways = List.of(
                each -> each.withBody(BODY),
                each -> each.map(value -> value),
                each -> each.then(value -> ApiCall.of(1)),
                each -> each.as(JsonNode.class));
        for (UnaryOperator<ApiCall<?>> way : ways) {
            assertThat(timeout(way.apply(call.withTimeout(OWN)))).isEqualTo(OWN);
        }
    }

    @Test
    void itsRequestSurvivesEverythingElse() throws Exception {
        ApiRequest sent = request(call);

        assertThat(request(call.map(value -> value))).isSameAs(sent);
        assertThat(request(call.then(value -> ApiCall.of(1)))).isSameAs(sent);
        assertThat(request(call.as(JsonNode.class))).isSameAs(sent);
    }

    @Test
    void aListThatIsReadAsSomethingElseIsTheSameInAllElse() throws Exception {
        ApiCall<List<Toy>> list = ToyVendor.saying(Reply.of(200, "[{\"id\": \"t1\", \"colour\": \"red\"}]"))
                .client()
                .runtime()
                .request("GET", "listToys", "/api/v1/toys")
                .callForList(Toy.class, 200)
                .withTimeout(OWN);

        ApiCall<JsonNode> all = list.as(JsonNode.class);

        assertThat(all.execute().path(0).path("colour").asText()).isEqualTo("red");
        assertSameBut("listReader", request(list), request(all));
        assertThat(plan(all).success().test(202)).isFalse();
        assertThat(timeout(all)).isEqualTo(OWN);
    }

    @ParameterizedTest
    @ValueSource(longs = {0, -1})
    void aTimeoutThatIsNoneIsRefused(long nanos) {
        assertThatIllegalArgumentException().isThrownBy(() -> call.withTimeout(Duration.ofNanos(nanos)));
        assertThat(call.withTimeout(Duration.ofNanos(1))).isNotNull();
    }

    /** Whatever a request holds, one that is added included. */
    private static void assertSameBut(String changed, ApiRequest before, ApiRequest after) throws Exception {
        for (RecordComponent component : ApiRequest.class.getRecordComponents()) {
            Object was = component.getAccessor().invoke(before);
            if (!component.getName().equals(changed)) {
                assertThat(component.getAccessor().invoke(after))
                        .as(component.getName())
                        .isEqualTo(was);
            }
        }
        assertThat(Arrays.stream(ApiRequest.class.getRecordComponents()).map(RecordComponent::getName))
                .contains(changed);
    }

    private static ApiRequest request(ApiCall<?> call) throws Exception {
        return plan(call).request();
    }

    private static CallPlan<?> plan(ApiCall<?> call) {
        return ((HttpCall<?>) call).plan();
    }

    private static Duration timeout(ApiCall<?> call) throws Exception {
        Field field = HttpCall.class.getDeclaredField("timeout");
        field.setAccessible(true);
        return (Duration) field.get(call);
    }
}
