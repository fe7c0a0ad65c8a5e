package dev.connectioncheck.internal.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Base64;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A text is read as it is, and with one or two layers taken off, in whichever order they were put on. */
class ReadingsTest {
    private static final int SHORTEST = 6;

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "p&ä\"1/x, as it is | p&ä\"1/x, as it is",
                // one layer
                "p%26%C3%A4%221%2Fx | p&ä\"1/x",
                "p&\\u00e4\\\"1\\/x | p&ä\"1/x",
                "p&amp;&auml;&quot;1/x | p&ä\"1/x",
                "p&ä\"\"1/x | p&ä\"1/x",
                "it'\\''s p'\"'\"'x | it's p'x",
                "cCbDpCIxL3g= | p&ä\"1/x",
                // two layers
                "p%2526%25C3%25A4%25221%252Fx | p&ä\"1/x",
                "p\\u0025\\u0032\\u0036x1/x | p&x1/x",
                "p%5Cu0026%5Cu00e4%5C%221%5C%2Fx | p&ä\"1/x",
                "p&amp;amp;&amp;auml;&amp;quot;1/x | p&ä\"1/x",
                "p\\\\u0026\\\\u00e4\\\\\\\"1/x | p&ä\"1/x",
                "p&#x25;26&#37;C3&#37;A4&percnt;221/x | p&ä\"1/x",
                "it''''s so | it's so",
                "it\\'\\'s so | it's so",
                "it&apos;&apos;s so | it's so",
                "p&\\u00e4\\\"\\\"1/x | p&ä\"1/x",
                "Y0NiRHBDSXhMM2c9 | p&ä\"1/x",
                "cCUyNiVDMyVBNCUyMjElMkZ4 | p&ä\"1/x",
                "cCbDpCIx\\nL3g= | p&ä\"1/x",
                "cCbDpCIx%0D%0AL3g%3D | p&ä\"1/x",
                "cCbDpCIxL3g&#61; | p&ä\"1/x",
            })
    void aTextIsReadThroughTwoLayers(String written, String read) {
        assertThat(secretsOf(written, false))
                .anySatisfy(reading -> assertThat(reading.toString()).contains(read));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "%70%61%73%73=hunter2 | pass=hunter2",
                "%2570%2561%2573%2573=hunter2 | pass=hunter2",
                "{\\\"pass\\\": \\\"it''s\\\"} | {\"pass\": \"it's\"}",
                "{\\\\\\\"pass\\\\\\\": 1} | {\"pass\": 1}",
                "pass&#61;a%26b | pass=a&b",
                "cGFzc3dvcmQ9aHVudGVyMjEw | password=hunter210",
            })
    void whatLooksLikeASecretIsSoughtInTheBareTextAsWell(String written, String read) {
        assertThat(new Readings(written, SHORTEST, false).withLooks())
                .anySatisfy(reading -> assertThat(reading).hasToString(written))
                .anySatisfy(reading -> assertThat(reading.toString()).contains(read));
    }

    @Test
    void aTextWithoutAnyEscapeIsReadOnce() {
        Readings readings = new Readings("no, it is.", SHORTEST, false);

        assertThat(readings.withSecrets()).map(DecodedText::toString).containsExactly("no, it is.");
        assertThat(readings.withLooks()).map(DecodedText::toString).containsExactly("no, it is.");
    }

    @Test
    void base64IsReadForLooksThoughEverySecretIsLonger() {
        String encoded = Base64.getEncoder().encodeToString("password=hunter210".getBytes(UTF_8));

        assertThat(new Readings(encoded, Integer.MAX_VALUE, false).withLooks())
                .anySatisfy(reading -> assertThat(reading.toString()).contains("password=hunter210"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "hunter%2",
                "hunter%",
                "hunter%25",
                "hunter%252",
                "hunter%C3",
                "hunter%u00e",
                "hunter\\",
                "hunter\\u00",
                "hunter\\\\u00e",
                "hunter\\x",
                "hunter\\303\\2",
                "hunter\\u{1F51",
                "hunter\\U0001F5",
                "hunter\\ud83d\\udd1",
                "hunter&",
                "hunter&am",
                "hunter&amp;#3",
                "hunter&#x2",
                "hunter'\\'",
                "hunter'\"'\"",
                "hunter\"'\"",
            })
    void aTextThatIsCutWithinAnEscapeIsReadUpToIt(String cut) {
        String whole = "so long that it reaches beyond any escape: hunter";

        List<DecodedText> readings = secretsOf(whole.replace("hunter", cut), true);

        assertThat(readings.get(0)).as("as it is").hasToString(whole.replace("hunter", cut));
        assertThat(readings.subList(1, readings.size()))
                .isNotEmpty()
                .allSatisfy(reading -> assertThat(whole).startsWith(reading))
                .anySatisfy(reading -> assertThat(reading.toString()).endsWith("hun"));
    }

    @Test
    void aTextThatIsNotCutIsReadToItsEnd() {
        assertThat(secretsOf("hunter%20\\", false))
                .anySatisfy(reading -> assertThat(reading).hasToString("hunter \\"));
    }

    static Stream<Named<UnaryOperator<String>>> encodings() {
        return Stream.of(
                Named.of("percent", text -> bytes(text, "%%%02X")),
                Named.of("percent twice", text -> bytes(text, "%%25%02X")),
                Named.of("bytes", text -> bytes(text, "\\x%02x")),
                Named.of("octal", text -> bytes(text, "\\%03o")),
                Named.of("units", text -> units(text, "\\u%04x")),
                Named.of("percent of units", text -> units(text, "%%u%04x")),
                Named.of("JSON", text -> text.replace("\\", "\\\\").replace("\"", "\\\"")),
                Named.of("JSON twice", text -> text.replace("\\", "\\\\\\\\").replace("\"", "\\\\\\\"")),
                Named.of(
                        "HTML",
                        text -> text.replace("&", "&amp;")
                                .replace("\"", "&quot;")
                                .replace("'", "&#39;")),
                Named.of("shell", text -> text.replace("'", "'\\''")),
                Named.of("shell of Python", text -> text.replace("'", "'\"'\"'")),
                Named.of("base64", ReadingsTest::base64),
                Named.of("base64 in lines", text -> lines(base64(text), "\n")),
                Named.of("base64 in lines of MIME", text -> lines(base64(text), "\r\n")),
                Named.of("base64 twice", text -> base64(base64(text))),
                Named.of("percent of base64", text -> bytes(base64(text), "%%%02x")),
                Named.of("base64 of percent", text -> base64(bytes(text, "%%%02x"))));
    }

    private static String lines(String text, String end) {
        return text.replaceAll("(.{8})(?=.)", "$1" + end);
    }

    private static String base64(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    /**
     * So that the beginning of a secret is found that the end of the text cuts in two. Seven divides the length of no
     * escape, so that each is cut at each of its places.
     */
    @ParameterizedTest
    @MethodSource("encodings")
    void aTextThatIsCutAnywhereIsReadNearlyToItsEnd(UnaryOperator<String> encoding) {
        String text = "pässwörd-密碼密碼-🔑🔑-it's-\"so\"-\\-&-".repeat(6);
        String encoded = encoding.apply(text);

        for (int end = 200; end <= encoded.length(); end += 7) {
            int nearTheEnd = end - 200;
            List<DecodedText> readings = secretsOf(encoded.substring(0, end), true);

            assertThat(readings).as(encoded.substring(0, end)).anyMatch(reading -> {
                String read = reading.toString();
                return text.startsWith(read) && encoding.apply(read).length() > nearTheEnd;
            });
        }
    }

    private static String bytes(String text, String format) {
        StringBuilder encoded = new StringBuilder();
        for (byte b : text.getBytes(UTF_8)) {
            encoded.append(String.format(format, b & 0xff));
        }
        return encoded.toString();
    }

    private static String units(String text, String format) {
        return text.chars().mapToObj(c -> String.format(format, c)).collect(Collectors.joining());
    }

    private static List<DecodedText> secretsOf(String text, boolean cut) {
        return new Readings(text, SHORTEST, cut).withSecrets();
    }
}
