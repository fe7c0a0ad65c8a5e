package dev.connectioncheck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What each way to write a character as something else stands for, and what only begins like one. */
class UnescapingTest {
    private static final String KEY = "\ud83d\udd11";
    private static final String LAST = Character.toString(Character.MAX_CODE_POINT);

    /** Each stands for one character. */
    static final String[][] PERCENTS = {
        {"%2F", "/"},
        {"%2f", "/"},
        {"%00", "\0"},
        {"%7F", "\u007f"},
        {"%%", "%"},
        {"%u00e4", "ä"},
        {"%u20AC", "€"},
        {"%u0000", "\0"},
        // bytes of UTF-8, the first and the last character of each length
        {"%C2%80", "\u0080"},
        {"%DF%BF", "\u07ff"},
        {"%E0%A0%80", "\u0800"},
        {"%ef%bf%bd", "\ufffd"},
        {"%F0%90%80%80", "\ud800\udc00"},
        {"%F4%8F%BF%BF", LAST},
        // of Latin-1
        {"%E4", "ä"},
        {"%C0", "À"},
        {"%FF", "ÿ"},
    };

    static final String[][] BACKSLASHES = {
        {"\\a", "\u0007"},
        {"\\b", "\b"},
        {"\\e", "\u001b"},
        {"\\f", "\f"},
        {"\\n", "\n"},
        {"\\r", "\r"},
        {"\\t", "\t"},
        {"\\v", "\u000b"},
        {"\\/", "/"},
        {"\\\"", "\""},
        {"\\'", "'"},
        {"\\\\", "\\"},
        {"\\ ", " "},
        {"\\$", "$"},
        {"\\u00e4", "ä"},
        {"\\u20AC", "€"},
        {"\\ud83d\\udd11", KEY},
        {"\\u{0}", "\0"},
        {"\\u{e4}", "ä"},
        {"\\u{1F511}", KEY},
        {"\\u{10FFFF}", LAST},
        {"\\x{e4}", "ä"},
        {"\\U000000e4", "ä"},
        {"\\U0001F511", KEY},
        {"\\U0010ffff", LAST},
        {"\\x2f", "/"},
        {"\\x00", "\0"},
        {"\\xc3\\xa4", "ä"},
        {"\\xF0\\x9F\\x94\\x91", KEY},
        {"\\xe4", "ä"},
        {"\\000", "\0"},
        {"\\057", "/"},
        {"\\134", "\\"},
        {"\\303\\244", "ä"},
        {"\\377", "ÿ"},
        {"\\0", "\0"},
    };

    static final String[][] ENTITIES = {
        {"&amp;", "&"},
        {"&lt;", "<"},
        {"&auml;", "ä"},
        {"&Auml;", "Ä"},
        {"&#39;", "'"},
        {"&#039;", "'"},
        {"&#x27;", "'"},
        {"&#X2f;", "/"},
        {"&#9;", "\t"},
        {"&#0000039;", "'"},
        {"&#128273;", KEY},
        {"&#x1F511;", KEY},
        {"&#1114111;", LAST},
        {"&#x10FFFF;", LAST},
    };

    static final String[][] SINGLE_QUOTES = {{"''", "'"}, {"'\\''", "'"}, {"'\"'\"'", "'"}};

    static final String[][] DOUBLE_QUOTES = {{"\"\"", "\""}, {"\"\\\"\"", "\""}, {"\"'\"'\"", "\""}};

    static Stream<Arguments> escapes() {
        return Stream.of(Escape.values())
                .flatMap(escape -> Stream.of(table(escape)).map(row -> Arguments.of(escape, row[0], row[1])));
    }

    private static String[][] table(Escape escape) {
        return switch (escape) {
            case PERCENT -> PERCENTS;
            case BACKSLASH -> BACKSLASHES;
            case ENTITY -> ENTITIES;
            case SINGLE_QUOTE -> SINGLE_QUOTES;
            case DOUBLE_QUOTE -> DOUBLE_QUOTES;
        };
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void anEscapeIsReadAsWhatItStandsFor(Escape escape, String written, String read) {
        assertThat(read(written, escape)).isEqualTo(read);
        assertThat(read("<" + written + ">", escape)).isEqualTo("<" + read + ">");
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void whatIsReadKnowsFromWhereToWhereItIsWritten(Escape escape, String written, String read) {
        String text = "<" + written + ">";
        DecodedText decoded = unescaped(text, escape);
        Spans spans = new Spans();

        spans.add(decoded, 1, 1 + read.length());

        assertThat(spans.mask(text, text.length())).isEqualTo("<***>");
        assertThat(decoded.from(read.length() + 1)).isEqualTo(written.length() + 1);
        assertThat(decoded.to(read.length() + 1)).isEqualTo(text.length());
    }

    @ParameterizedTest
    @MethodSource("escapes")
    void anEscapeOfOneKindIsNoneOfAnother(Escape escape, String written, String read) {
        EnumSet<Escape> others = EnumSet.complementOf(EnumSet.of(escape));
        if (escape == Escape.SINGLE_QUOTE || escape == Escape.DOUBLE_QUOTE) {
            others.remove(Escape.BACKSLASH); // which shells have within these
        }

        assertThat(Unescaping.of(DecodedText.original(written), others)).hasToString(written);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "%",
                "%4",
                "%4g",
                "%g4",
                "% 41",
                "%u",
                "%u00e",
                "%u00eg",
                "%ug0e4",
                "%U00e4",
                "%x41",
                "100% sure",
            })
    void whatOnlyBeginsWithAPercentSignStays(String text) {
        assertThat(read(text, Escape.PERCENT)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\\",
                "\\q",
                "\\Q",
                "\\4",
                "\\9",
                "\\ä",
                "C:\\dir",
                // too few digits, or others
                "\\u00e",
                "\\u00eg",
                "\\ug0e4",
                "\\U0001F51",
                "\\U0001F51g",
                "\\x",
                "\\x4",
                "\\x4g",
                "\\xg4",
                "\\1",
                "\\12",
                "\\128",
                "\\182",
                "\\3",
                "\\2x",
                // braces with nothing in them, too much, or one of them alone
                "\\u{}",
                "\\x{}",
                "\\u{110000}",
                "\\u{0000041}",
                "\\u{g}",
                "\\u{41",
                "\\u{41)",
                "\\u{",
                "\\u(41}",
                "\\x(41}",
                // beyond the last character
                "\\U00110000",
                "\\U7FFFFFFF",
                "\\UFFFFFFFF",
                "\\U80000041",
            })
    void whatOnlyBeginsWithABackslashStays(String text) {
        assertThat(read(text, Escape.BACKSLASH)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "&",
                "&;",
                "&#;",
                "&#x;",
                "&#X;",
                "&amp",
                "&amp and;",
                "&Amp;",
                "&nothing;",
                "&#12a;",
                "&#xg;",
                "&#-39;",
                "&#1114112;",
                "&#x110000;",
                "&#99999999;",
                "a & b; c",
                "x=1&y=2;",
            })
    void whatOnlyBeginsWithAnAmpersandStays(String text) {
        assertThat(read(text, Escape.ENTITY)).isEqualTo(text);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'", "'a'", "it's", "'\\", "'\\'", "'\\'x", "'\\x'", "'\"", "'\"'", "'\"'\"", "'\"'\"x", "'\"'x'",
                "'\"x\"'", "'x'\"'", "x\\'",
            })
    void whatOnlyBeginsWithAQuoteStays(String text) {
        String otherQuotes = text.replace('"', '#').replace('\'', '"').replace('#', '\'');

        assertThat(read(text, Escape.SINGLE_QUOTE)).isEqualTo(text);
        assertThat(read(otherQuotes, Escape.DOUBLE_QUOTE)).isEqualTo(otherQuotes);
    }

    static final String[][] BYTES_THAT_ARE_NO_UTF_8 = {
        {"%C3%28", "Ã("},
        {"%C3", "Ã"},
        {"%C3a%A4", "Ãa¤"},
        {"%E2%82", "â\u0082"},
        {"%E2%82x", "â\u0082x"},
        {"%E2%28%AC", "â(¬"},
        {"%F0%9F%94", "ð\u009f\u0094"},
        {"%F0%9F%94%C3%A4", "ð\u009f\u0094ä"},
        {"%80%BF", "\u0080¿"},
        {"%C1%80", "Á\u0080"},
        {"%F4%90%80%80", "ô\u0090\u0080\u0080"},
        {"%F5%80%80%80", "õ\u0080\u0080\u0080"},
        {"%F8%88%80%80%80", "ø\u0088\u0080\u0080\u0080"},
        {"%E4%C3%A4", "ää"},
    };

    @ParameterizedTest
    @FieldSource("BYTES_THAT_ARE_NO_UTF_8")
    void bytesThatAreNoUtf8AreReadAsLatin1(String written, String read) {
        assertThat(read(written, Escape.PERCENT)).isEqualTo(read);
    }

    @Test
    void bytesMakeACharacterOnlyWithThoseBesideThem() {
        assertThat(read("\\xc3\\u00a4", Escape.BACKSLASH)).isEqualTo("Ã¤");
        assertThat(read("\\u00c3\\xa4", Escape.BACKSLASH)).isEqualTo("Ã¤");
        assertThat(read("\\xc3\\n\\xa4", Escape.BACKSLASH)).isEqualTo("Ã\n¤");
        assertThat(read("\\xc3\\244", Escape.BACKSLASH)).isEqualTo("ä");
    }

    @ParameterizedTest
    @EnumSource
    void oneLayerIsTakenOffAndNoMore(Escape escape) {
        String written = "%252F \\\\u0041 &amp;amp; '''' \"\"\"\"";

        assertThat(read(written, escape))
                .isEqualTo(
                        switch (escape) {
                            case PERCENT -> written.replace("%25", "%");
                            case BACKSLASH -> written.replace("\\\\", "\\");
                            case ENTITY -> written.replace("&amp;", "&");
                            case SINGLE_QUOTE -> written.replace("''", "'");
                            case DOUBLE_QUOTE -> written.replace("\"\"", "\"");
                        });
    }

    @Test
    void escapesOfSeveralKindsAreReadTogether() {
        String written = "%2F\\n&lt;''\"\"";

        assertThat(Unescaping.of(DecodedText.original(written), EnumSet.allOf(Escape.class)))
                .hasToString("/\n<'\"");
    }

    @Test
    void manyBytesInARowAreRead() {
        assertThat(read("%41".repeat(100) + "%C3%A4".repeat(100), Escape.PERCENT))
                .isEqualTo("A".repeat(100) + "ä".repeat(100));
    }

    private static String read(String text, Escape escape) {
        return unescaped(text, escape).toString();
    }

    private static DecodedText unescaped(String text, Escape escape) {
        return Unescaping.of(DecodedText.original(text), EnumSet.of(escape));
    }
}
