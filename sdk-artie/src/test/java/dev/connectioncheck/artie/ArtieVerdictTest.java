package dev.connectioncheck.artie;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ArtieVerdictTest {
    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"error\":\"not looked at\"}"})
    void status204IsPassed(String body) {
        assertThat(read(204, body)).isEqualTo(Progress.passed());
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"error":"password authentication failed for user \\"etl\\""} | password authentication failed for user "etl"
            {"error":"failed to connect to host\\n","code":7} | failed to connect to host
            {"error":"false"} | false
            """)
    void status200WithTextInErrorIsFailedWithIt(String body, String message) {
        assertThat(read(200, body)).isEqualTo(Progress.failed(Optional.of(message)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"{}", "{\"error\":\"\"}", "{\"error\":null}"})
    void status200WithErrorEmptyOrAbsentIsPassed(String body) {
        assertThat(read(200, body)).isEqualTo(Progress.passed());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"took\":12}",
                "{\"errors\":[\"connection refused\"]}",
                "{\"message\":\"connection refused\"}",
                "{\"success\":false}",
                "{\"Error\":\"dial tcp: refused\"}",
                "{\"status\":\"error\",\"code\":503}",
                "{\"items\":[]}",
                "{\"error\":\"\",\"login\":\"/sign-in\"}",
                "{\"error\":null,\"fault\":{\"text\":\"x\"}}"
            })
    void anObjectThatSaysAnythingElseIsInconclusive(String body) {
        Progress.Finished end = read(200, body);
        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("fields that the SDK does not know");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null"})
    void status200WithoutABodyIsInconclusiveAndSaysWhy(String body) {
        Progress.Finished end = read(200, body);
        assertThat(end.verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(end.message().orElseThrow()).contains("Artie answered 200 without a body");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<html>Welcome</html>",
                "OK",
                "\"ok\"",
                "[]",
                "204",
                "true",
                "{\"error\":{\"text\":\"x\"}}",
                "{\"error\":[]}",
                "{\"error\":false}",
                "{\"error\":true}",
                "{\"error\":\"\",\"error\":\"no\"}",
                "{\"error\":\"\"",
                "{} {}"
            })
    void whatIsNoSuchAnswerIsNoVerdict(String body) {
        assertThatThrownBy(() -> read(200, body)).hasMessageContaining("not the JSON that was expected");
    }

    private static Progress.Finished read(int status, String body) {
        return (Progress.Finished) ArtieVerdict.read(ApiResponse.of(
                status,
                Optional.empty(),
                Json.readIfAny(body.getBytes(StandardCharsets.UTF_8), RouterConnectorPingResponse.class)));
    }
}
