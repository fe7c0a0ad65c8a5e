package dev.connectioncheck.squared;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.Verdict;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.model.CheckConnectionResponse;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SquaredVerdictTest {
    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"type":"connection_status","connection_status":{"status":"succeeded"}} | PASSED |
            {"type":"connection_status","connection_status":{"status":"succeeded","message":null}} | PASSED |
            {"type":"connection_status","connection_status":{"status":"failed","message":"no route"}} | FAILED | no route
            {"type":"connection_status","connection_status":{"status":"failed","message":"failed"}} | FAILED | failed
            {"type":"connection_status","connection_status":{"status":"failed"}} | FAILED |
            {"type":"connection_status","connection_status":{"status":"failed","message":null}} | FAILED |
            {"connection_status":{"status":"failed","message":"refused\\n\\tIs it running?\\n","x":1}} | FAILED | 'refused
            	Is it running?'
            """)
    void theServersShapeDecides(String json, Verdict verdict, @Nullable String message) {
        assertThat(read(json).verdict()).isEqualTo(verdict);
        assertThat(read(json).message()).isEqualTo(Optional.ofNullable(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"result":"success","details":"Connection was successful"} | PASSED | Connection was successful
            {"result":"success"} | PASSED |
            {"result":"failure","details":"password authentication failed"} | FAILED | password authentication failed
            {"result":"failure","details":null} | FAILED |
            {"result":"failure","connection_status":null} | FAILED |
            {"result":"failure","details":"no host","connection_status":{}} | FAILED | no host
            {"result":"success","connection_status":{"status":null}} | PASSED |
            """)
    void thePublishedShapeDecidesWhereTheServersIsMissing(String json, Verdict verdict, @Nullable String message) {
        assertThat(read(json).verdict()).isEqualTo(verdict);
        assertThat(read(json).message()).isEqualTo(Optional.ofNullable(message));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"result":"success","details":"a","connection_status":{"status":"succeeded"}} | PASSED | a
            {"result":"failure","details":"a","connection_status":{"status":"failed","message":"b"}} | FAILED | b
            """)
    void bothShapesCountIfTheyAgree(String json, Verdict verdict, String message) {
        assertThat(read(json).verdict()).isEqualTo(verdict);
        assertThat(read(json).message()).contains(message);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {"result":"success","connection_status":{"status":"failed"}} | status is failed, result is success
            {"result":"failure","connection_status":{"status":"succeeded"}} | status is succeeded, result is failure
            {"result":"success","connection_status":{"status":"pending"}} | status is pending, result is success
            {"result":"maybe","connection_status":{"status":"succeeded"}} | status is succeeded, result is maybe
            """)
    void aContradictionIsInconclusiveAndQuotesBoth(String json, String why) {
        assertThat(read(json).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(read(json).message().orElseThrow()).contains("contradicts itself", why);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {} | neither connection_status.status nor result
            {"type":"connection_status"} | neither connection_status.status nor result
            {"connection_status":{"message":"all is well"}} | neither connection_status.status nor result
            {"details":"Connection was successful"} | neither connection_status.status nor result
            {"status":"succeeded"} | neither connection_status.status nor result
            {"connection_status":{"status":"pending"}} | not known: pending
            {"connection_status":{"status":"Succeeded"}} | not known: Succeeded
            {"connection_status":{"status":""}} | not known
            {"result":"ok"} | not known: ok
            {"result":"succeeded"} | not known: succeeded
            """)
    void whatIsNotRecognisedIsInconclusiveAndSaysWhy(String json, String why) {
        assertThat(read(json).verdict()).isEqualTo(Verdict.INCONCLUSIVE);
        assertThat(read(json).message().orElseThrow()).contains(why);
    }

    private static Progress.Finished read(String json) {
        return (Progress.Finished)
                SquaredVerdict.read(Json.read(json.getBytes(StandardCharsets.UTF_8), CheckConnectionResponse.class));
    }
}
