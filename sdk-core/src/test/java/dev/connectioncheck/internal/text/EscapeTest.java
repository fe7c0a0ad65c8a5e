package dev.connectioncheck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which escapes a text may have, and where a text that was cut is still whole. */
class EscapeTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "nothing of it, 'quoted' or \"quoted\" |",
                "100% | PERCENT",
                "C:\\dir | BACKSLASH",
                "a & b | ENTITY",
                "it''s | SINGLE_QUOTE",
                "'it'\\''s' | BACKSLASH SINGLE_QUOTE",
                "it'\"'\"'s | SINGLE_QUOTE DOUBLE_QUOTE",
                "say \"\"so\"\" | DOUBLE_QUOTE",
                "\"so\"\\\"\" | BACKSLASH DOUBLE_QUOTE",
                "{\\\"a\\\":1} | BACKSLASH",
                "{\\'a':1} | BACKSLASH",
                "\"a\"'b' | DOUBLE_QUOTE",
                "'a'\"b\" | SINGLE_QUOTE",
                "it's 100% & C:\\ | PERCENT BACKSLASH ENTITY",
            })
    void theEscapesThatATextMayHaveAreKnown(String text, String expected) {
        Escape[] escapes = Arrays.stream(expected == null ? new String[0] : expected.split(" ", -1))
                .map(Escape::valueOf)
                .toArray(Escape[]::new);

        assertThat(Escape.in(DecodedText.original(text))).containsExactlyInAnyOrder(escapes);
    }

    @ParameterizedTest
    @MethodSource("dev.connectioncheck.internal.text.UnescapingTest#escapes")
    void aTextWithAnEscapeIsSeenToHaveIt(Escape escape, String written, String read) {
        assertThat(Escape.in(DecodedText.original("<" + written + ">"))).contains(escape);
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "&", "\\", "'", "\""})
    void aCutTextEndsBeforeTheSignThatMayBeginAnEscape(String sign) {
        assertThat(whole("hunter" + sign + "2")).isEqualTo("hunter");
        assertThat(whole("hunter" + sign)).isEqualTo("hunter");
        assertThat(whole(sign + "2")).isEmpty();
        assertThat(whole("hunter" + sign + "2" + sign + "3")).isEqualTo("hunter");
    }

    @ParameterizedTest
    @ValueSource(strings = {"%", "&", "\\", "'", "\""})
    void aSignTooFarFromTheEndBeginsNoEscapeThatIsCut(String sign) {
        String within = "hunter" + sign + "x".repeat(31);
        String before = "hunter" + sign + "x".repeat(32);

        assertThat(whole(within)).isEqualTo("hunter");
        assertThat(whole(before)).isEqualTo(before);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "\\\"", "'\"", "%&"})
    void signsThatStandTogetherAreCutOffTogether(String signs) {
        assertThat(whole("hunter" + signs.repeat(40))).isEqualTo("hunter");
        assertThat(whole("hunter" + signs.repeat(40) + "2")).isEqualTo("hunter");
        assertThat(whole(signs.repeat(40))).isEmpty();
    }

    @Test
    void aCutTextWithoutAnEscapeIsWhole() {
        assertThat(whole("")).isEmpty();
        assertThat(whole("hunter2")).isEqualTo("hunter2");
        assertThat(whole("hunter2".repeat(20))).isEqualTo("hunter2".repeat(20));
    }

    private static String whole(String text) {
        return Escape.withoutHalfOfOne(DecodedText.original(text)).toString();
    }
}
