package dev.connectioncheck.internal.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.model.Models;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Where JSON is read strictly, and where leniently. */
class JsonTest {
    record Job(
            @JsonProperty("id") @Nullable Long id,
            @JsonProperty("status") @Nullable String status,
            @JsonProperty("at") @Nullable Instant at) {}

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"id\":1,\"id\":2}",
                "{\"id\":1} {\"id\":2}",
                "{\"id\":1}x",
                "{\"id\":1.5}",
                "{\"status\":false}",
                "{\"id\":9223372036854775808}",
                "{\"id\":1",
                "{id:1}",
                "[]",
                "<html>s3cr3t</html>",
                "s3cr3t",
                "",
                "null",
                " ",
            })
    void whatIsNotExactlyWhatWasExpectedIsRefusedUnseen(String json) {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> read(json))
                .withMessageNotContaining("s3cr3t")
                .withNoCause();
    }

    record Strict(@JsonProperty("id") Long id) {
        Strict {
            Models.required(id, "Strict", "id");
        }
    }

    @Test
    void aMissingFieldIsNamedWhereverItIs() {
        assertThatExceptionOfType(UnreadableAnswerException.class)
                .isThrownBy(() -> rows("[{\"id\":1},{\"key\":\"s3cr3t\"}]", Strict.class))
                .withMessageContaining("its Strict lacks the field id (line 1, column")
                .withMessageNotContaining("s3cr3t")
                .withNoCause();
    }

    @Test
    void aListIsReadRowByRow() {
        assertThat(rows("[]")).isEmpty();
        assertThat(rows("[{\"id\":1},{\"id\":2}]")).extracting(Job::id).containsExactly(1L, 2L);
        assertThat(rows("[{\"id\":1}]")).isUnmodifiable();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "null", "{}", "{\"id\":1}", "[null]", "[1]", "[[]]", "\"\"", "[{\"id\":1}"})
    void whatIsNoListOfRowsIsNeverAnEmptyOne(String json) {
        assertThatExceptionOfType(UnreadableAnswerException.class).isThrownBy(() -> rows(json));
    }

    record Unreadable(InputStream stream) {}

    @Test
    void aTypeThatJacksonCanNotReadIsNotTheVendorsFault() {
        assertThatIllegalStateException()
                .isThrownBy(() -> Json.read("{\"stream\":{}}".getBytes(StandardCharsets.UTF_8), Unreadable.class))
                .withMessageContaining("check the version of Jackson");
    }

    @Test
    void nestingHasABound() {
        String deep = "{\"x\":" + "[".repeat(200_000) + "]".repeat(200_000) + "}";

        assertThatExceptionOfType(UnreadableAnswerException.class).isThrownBy(() -> read(deep));
        assertThat(Json.tree(deep.getBytes(StandardCharsets.UTF_8)).isMissingNode())
                .isTrue();
    }

    @Test
    void bytesThatAreNoTextAreRefused() {
        byte[] invalid = "{\"status\":\"works?\"}".getBytes(StandardCharsets.UTF_8);
        invalid[16] = (byte) 0xC3;

        assertThatExceptionOfType(UnreadableAnswerException.class).isThrownBy(() -> Json.read(invalid, Job.class));
    }

    @Test
    void whatIsMissingIsNullAndWhatIsUnknownIsIgnored() {
        assertThat(read("{}")).isEqualTo(new Job(null, null, null));
        assertThat(read("{\"id\":9223372036854775807,\"colour\":{\"red\":[1]}}").id())
                .isEqualTo(Long.MAX_VALUE);
    }

    @Test
    void aBodyThatMayBeMissingMayBeMissing() {
        assertThat(Json.readIfAny(new byte[0], Job.class)).isEmpty();
        assertThat(Json.readIfAny("null".getBytes(StandardCharsets.UTF_8), Job.class))
                .isEmpty();
        assertThat(Json.readIfAny("{}".getBytes(StandardCharsets.UTF_8), Job.class))
                .isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "2026-11-20T10:00:00Z, 2026-11-20T10:00:00Z",
        "2026-11-20T10:00:00.123456Z, 2026-11-20T10:00:00.123456Z",
        "2026-11-20T10:00:00+02:00, 2026-11-20T08:00:00Z",
        "2026-11-20T10:00:00.5, 2026-11-20T10:00:00.5Z",
        "2026-11-20T10:00:00, 2026-11-20T10:00:00Z",
        "' 2026-11-20T10:00:00Z ', 2026-11-20T10:00:00Z",
    })
    void aDateIsReadWithAZoneOrAsUniversalTime(String text, Instant expected) {
        assertThat(read("{\"at\":\"" + text + "\"}").at()).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"\"yesterday\"", "\"\"", "\"2026-11-20\"", "1795168800", "null", "{\"x\":[1]}", "[1]", "true"})
    void aDateThatCanNotBeReadKeepsNothingFromBeingRead(String date) {
        assertThat(read("{\"at\":" + date + ",\"status\":\"works\"}")).isEqualTo(new Job(null, "works", null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "2026-11-20T10:00:00Z",
                "2026-11-20T10:00:00.500Z",
                "2026-11-20T10:00:00.123456Z",
                "2026-11-20T10:00:00.000000001Z",
                "1970-01-01T00:00:00Z",
                "1969-12-31T23:59:59.999Z",
                "-0001-01-01T00:00:00Z",
                "+10000-01-01T00:00:00Z",
            })
    void aMomentIsWrittenAsIsoTextInUniversalTime(String text) {
        Instant moment = Instant.parse(text);

        assertThat(written(new Job(null, null, moment))).isEqualTo("{\"at\":\"" + text + "\"}");
        assertThat(written(Map.of(moment, List.of(moment)))).isEqualTo("{\"" + text + "\":[\"" + text + "\"]}");
        assertThat(Json.toTree(moment).textValue()).isEqualTo(text);
    }

    @Test
    void whatIsWrittenKeepsNullsInMapsAndDecimalsAsTheyAre() {
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("none", null);
        map.put("price", new BigDecimal("1.10"));

        assertThat(written(map)).isEqualTo("{\"none\":null,\"price\":1.10}");
        assertThat(written(new Job(1L, null, null))).isEqualTo("{\"id\":1}");
    }

    @Test
    void aTreeThatIsReadAndWrittenIsUnchanged() {
        String json = "{\"a\":1.10,\"b\":12345678901234567890,\"c\":null,\"d\":[\"é\"]}";
        JsonNode tree = Json.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);

        assertThat(written(tree)).isEqualTo(json);
    }

    @Test
    void whatCanNotBeWrittenIsRefusedUnseen() {
        Map<String, Object> selfish = new HashMap<>();
        selfish.put("s3cr3t", selfish);

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Json.write(selfish))
                .withMessageStartingWith("The request can't be written as JSON")
                .withMessageNotContaining("s3cr3t");
    }

    private static String written(Object body) {
        return new String(Json.write(body), StandardCharsets.UTF_8);
    }

    private static List<Job> rows(String json) {
        return rows(json, Job.class);
    }

    @SuppressWarnings("unchecked") // the reader of a list of a type's rows reads such a list
    private static <T> List<T> rows(String json, Class<T> type) {
        try {
            return (List<T>)
                    Json.streamedList(type).read(new ByteArrayInputStream(json.getBytes(StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Job read(String json) {
        return Json.read(json.getBytes(StandardCharsets.UTF_8), Job.class);
    }
}
