package dev.connectioncheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import dev.connectioncheck.client.Environment;
import java.math.BigInteger;
import java.nio.CharBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** The helpers of generated models and of targets. */
class ModelsTest {
    @Test
    void aFieldThatIsMissingIsNamed() {
        assertThatExceptionOfType(MissingFieldException.class)
                .isThrownBy(() -> Models.required(null, "Toy", "status"))
                .withMessage("Toy lacks the field status");
        assertThat(Models.required("works", "Toy", "status")).isEqualTo("works");
    }

    @Test
    void aRowThatIsNullIsNotLostWithoutAWord() {
        assertThatExceptionOfType(MissingFieldException.class)
                .isThrownBy(() -> Models.requiredListOf(Arrays.asList("a", null), "Toys", "data"))
                .withMessage("Toys lacks the field data[]");
        assertThatExceptionOfType(MissingFieldException.class)
                .isThrownBy(() -> Models.requiredListOf(null, "Toys", "data"))
                .withMessage("Toys lacks the field data");
        assertThat(Models.requiredListOf(List.of("a"), "Toys", "data"))
                .containsExactly("a")
                .isUnmodifiable();
    }

    @Test
    void mapsInListsAreCopiedToo() {
        Map<String, Object> row = new HashMap<>(Map.of("ok", "1"));
        List<Map<String, Object>> copy = Models.listOf(List.of(row));
        row.clear();

        assertThat(copy).containsExactly(Map.of("ok", "1"));
    }

    @Test
    void aFieldThatIsKnownIsNotSentTwice() {
        Map<String, @Nullable Object> fields = new HashMap<>(Map.of("uuid", "s3cr3t"));

        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.unknownOf(fields, Set.of("type", "uuid")))
                .withMessageContaining("must not repeat the field uuid")
                .withMessageNotContaining("s3cr3t");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Models.unknownOf(null, Set.of()))
                .withMessageContaining("must not be null");
        assertThat(Models.unknownOf(fields, Set.of("type")))
                .containsEntry("uuid", "s3cr3t")
                .isUnmodifiable();
    }

    @Test
    void aModelIsWrittenWithItsNames() {
        assertThat(Models.describe("Toy")).isEqualTo("Toy[]");
        assertThat(Models.describe("Toy", "id", 1L, "key", Models.HIDDEN, "note", null))
                .isEqualTo("Toy[id=1, key=***, note=null]");
    }

    @Test
    void listsAreCopiedWithoutNulls() {
        List<String> list = new ArrayList<>(Arrays.asList("a", null, "b"));

        List<String> copy = Models.listOf(list);
        list.clear();

        assertThat(copy).containsExactly("a", "b").isUnmodifiable();
        assertThat(Models.listOf(null)).isEmpty();
    }

    @Test
    void mapsAreCopiedDeeplyInTheirOrderNullsIncluded() {
        List<Object> inner = new ArrayList<>(List.of(new HashMap<>(Map.of("x", 1))));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("z", inner);
        map.put("a", null);

        Map<String, @Nullable Object> copy = Models.mapOf(map);
        inner.clear();
        map.clear();

        assertThat(copy).containsExactly(Map.entry("z", List.of(Map.of("x", 1))), entryOfNull("a"));
        assertThat(copy).isUnmodifiable();
        assertThat(Models.mapOf(null)).isEmpty();
    }

    @Test
    void wordsOfAVocabularyAreEqualByTextWithinIt() {
        assertThat(new Colour("red")).isEqualTo(new Colour("red")).hasSameHashCodeAs(new Colour("red"));
        assertThat(new Colour("red")).isNotEqualTo(new Colour("Red")).isNotEqualTo(new Mood("red"));
        assertThat(new Colour("never seen")).hasToString("never seen");
        assertThat(new Colour("red").value()).isEqualTo("red");
    }

    @Test
    void jsonOfUsersIsCopiedDeeply() {
        List<Object> list = new ArrayList<>(List.of(1, 2.5, true, "x"));
        Map<String, @Nullable Object> map = new LinkedHashMap<>();
        map.put("list", list);
        map.put("none", null);
        map.put("text", CharBuffer.wrap("x"));
        map.put("big", BigInteger.TEN);

        Map<String, @Nullable Object> copy = JsonValues.copyOf("settings", map);
        list.clear();
        map.clear();

        assertThat(copy)
                .hasSize(4)
                .containsEntry("list", List.of(1, 2.5, true, "x"))
                .containsEntry("text", "x");
        assertThat(copy).containsEntry("none", null).isUnmodifiable();
    }

    @Test
    void whatIsNoJsonIsRefusedByPlaceNotByContent() {
        assertRefused(null, "settings must not be null.");
        assertRefused(Map.of("a", Map.of(1, "s3cr3t")), "settings.a has a key that is no text.");
        assertRefused(Map.of("a", List.of("x", Double.NaN)), "settings.a[1] is a java.lang.Double, which is no JSON");
        assertRefused(Map.of("a", Float.POSITIVE_INFINITY), "settings.a is a java.lang.Float");
        assertRefused(Map.of("a", new char[] {'s', '3'}), "settings.a is a [C");
        assertRefused(Map.of("a", new Object()), "settings.a is a java.lang.Object");
    }

    @Test
    void aMaskOfAVendorIsRefusedByPlace() {
        assertRefused(
                Map.of("credentials", List.of(Map.of("password", "*************"))),
                "settings.credentials[0].password is a mask");
    }

    @Test
    void jsonOfUsersIsNestedUpToABound() {
        Map<String, Object> selfish = new HashMap<>();
        selfish.put("a", selfish);

        assertRefused(selfish, "is nested more than 50 deep.");
    }

    @Test
    void environmentVariablesAreReadByName() {
        Map<String, String> variables = Map.of("TOY_API_KEY", "k", "BLANK", " ", "NUMBER", " 42 ", "WORD", "s3cr3t");
        Environment environment = new Environment(variables::get);

        assertThat(environment.required("TOY_API_KEY")).isEqualTo("k");
        assertThat(environment.requiredNumber("NUMBER")).isEqualTo(42);
        assertThat(environment.optional("BLANK")).isEmpty();
        assertThat(environment.optional("MISSING")).isEmpty();
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.required("BLANK"))
                .withMessage("The environment variable BLANK is not set.");
        assertThatIllegalStateException()
                .isThrownBy(() -> environment.requiredNumber("WORD"))
                .withMessage("The environment variable WORD must be a whole number.")
                .withNoCause();
    }

    private static void assertRefused(@Nullable Map<String, ?> map, String message) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> JsonValues.copyOf("settings", map))
                .withMessageContaining(message)
                .withMessageNotContaining("s3cr3t");
    }

    private static Map.Entry<String, @Nullable Object> entryOfNull(String key) {
        Map<String, @Nullable Object> map = new HashMap<>();
        map.put(key, null);
        return map.entrySet().iterator().next();
    }

    private static final class Colour extends OpenEnum {
        Colour(String value) {
            super(value);
        }
    }

    private static final class Mood extends OpenEnum {
        Mood(String value) {
            super(value);
        }
    }
}
