package dev.connectioncheck.internal.text;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is read as base64 and what is not: alphabets, padding, lines, lengths, and which bytes are a text. */
class Base64TextTest {
    private static final String SECRET = "correct-horse-battery";

    private static final String WITH_EVERY_DIGIT = IntStream.range(0, 64)
            .mapToObj(digit -> "ab" + (char) (digit < 63 ? 64 + digit : digit))
            .collect(Collectors.joining());

    /** So few bytes count here that what the other beginnings of a run give by chance is left out. */
    private static final int SHORTEST = 7;

    @ParameterizedTest
    @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9, 47, 48, 49, 63, 64, 65, 500})
    void aTextOfAnyLengthIsReadWithPaddingAndWithout(int length) {
        String text = "correct horse battery ".repeat(30).substring(0, length);

        assertThat(read(encoded(text), length)).contains(text);
        assertThat(read(withoutPadding(encoded(text)), length)).contains(text);
    }

    @Test
    void aTextThatIsTooShortIsLeftOut() {
        assertThat(read(encoded("hunter2"), 7)).containsExactly("hunter2");
        assertThat(read(encoded("hunter2"), 8)).isEmpty();
        assertThat(read("around: " + encoded("hunter2") + ", and more", 8)).isEmpty();
        assertThat(read("", 1)).isEmpty();
        assertThat(read("none, of, it.", 7)).isEmpty();
    }

    @Test
    void bothAlphabetsAreRead() {
        String text = "???>>> and more";
        byte[] bytes = text.getBytes(UTF_8);
        String standard = Base64.getEncoder().encodeToString(bytes);
        String ofUrls = Base64.getUrlEncoder().encodeToString(bytes);

        assertThat(standard).contains("+", "/");
        assertThat(ofUrls).contains("-", "_");
        assertThat(read(standard, text.length())).containsExactly(text);
        assertThat(read(ofUrls, text.length())).containsExactly(text);
    }

    @Test
    void everyDigitIsRead() {
        String encoded = encoded(WITH_EVERY_DIGIT);

        assertThat(encoded.chars().distinct().count()).isEqualTo(64);
        assertThat(read(encoded, WITH_EVERY_DIGIT.length())).containsExactly(WITH_EVERY_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a", "/b", "key", "path/", "A", "AA", "AAA", "id-"})
    void itMayBeginAmongCharactersThatCouldBeItsDigits(String before) {
        assertThat(read(before + encoded(SECRET), SECRET.length()))
                .anySatisfy(text -> assertThat(text).contains(SECRET));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\0", "\0user\0", "\1", "\3", "\0\0", "\0\0\0", "\0\0\0\0"})
    void aTextAfterZerosIsRead(String before) {
        assertThat(encoded(before + SECRET)).startsWith("A");
        assertThat(read(encoded(before + SECRET), SHORTEST)).contains(SECRET);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void itMayBeBrokenIntoLines(String end) {
        for (int width : new int[] {4, 5, 8, 11}) {
            String lines = lines(encoded(SECRET), width, end);

            assertThat(read(lines, SECRET.length())).as("lines of %s", width).containsExactly(SECRET);
            assertThat(masked("got " + lines + "!", SECRET)).isEqualTo("got ***!");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r\n", "\r"})
    void aLineMayBeginWithAnyDigit(String end) {
        String lines = encoded(WITH_EVERY_DIGIT).replaceAll("(...)(.)", "$1" + end + "$2");

        assertThat(read(lines, WITH_EVERY_DIGIT.length())).containsExactly(WITH_EVERY_DIGIT);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "\n\n",
                "\r\n\n",
                "\r\r",
                "\n\r",
                "\r\n\r\n",
                " ",
                "\t",
                "\n ",
                ".",
                "=",
                "\r=",
                "\r.\n",
                "x\u00e4"
            })
    void whatStandsBetweenItsPartsDividesThem(String between) {
        String encoded = encoded(SECRET);
        String divided = encoded.substring(0, 12) + between + encoded.substring(12);

        assertThat(read(divided, SHORTEST))
                .contains("correct-h", "orse-battery")
                .noneMatch(SECRET::equals);
    }

    @ParameterizedTest
    @ValueSource(strings = {"\n", "\r", "\r\n", "\n\n", "\r\n\r\n", "\n=", "\r=", "\n ", "\r\n.", "\r\r"})
    void theEndOfItsLastLineIsNoPartOfIt(String after) {
        assertThat(masked("got " + encoded(SECRET) + after, SECRET)).isEqualTo("got ***" + after);
    }

    @Test
    void itsPaddingIsAPartOfItAndNoMoreThanThat() {
        assertThat(masked("a=" + encoded("hunter21") + "&b=1", "hunter21")).isEqualTo("a=***&b=1");
        assertThat(masked("a=" + encoded("hunter2") + "&b=1", "hunter2")).isEqualTo("a=***&b=1");
        assertThat(masked(encoded("hunter2") + "===", "hunter2")).isEqualTo("***===");
        assertThat(masked(withoutPadding(encoded("hunter2")) + "===", "hunter2"))
                .isEqualTo("***=");
    }

    @Test
    void whatIsReadInOnePieceIsHiddenInOnePiece() {
        assertThat(masked("Basic " + encoded("user:hunter2:x") + " was sent", "hunter2"))
                .isEqualTo("Basic *** was sent");
    }

    @Test
    void bytesThatAreNoTextAreNotHiddenWithIt() {
        assertThat(masked(encoded("\0\0\0hunter2!!\0\0\0"), "hunter2!!")).isEqualTo("AAAA***AAAA");
        assertThat(masked(encoded("\0\0\0hunter2!!\0\0\0hunter3!!"), "hunter2!!"))
                .isEqualTo("AAAA***AAAAaHVudGVyMyEh");
        assertThat(masked(encoded("hunter3!!\0\0\0hunter2!!"), "hunter2!!")).isEqualTo("aHVudGVyMyEhAAAA***");
    }

    @Test
    void aByteIsHiddenWithBothOfItsDigits() {
        assertThat(masked(encoded("\0hunter2\0"), "hunter2")).isEqualTo("A***A");
    }

    @Test
    void severalAreReadOneByOne() {
        String text = encoded("hunter2a") + ", " + encoded("hunter2b") + " and " + encoded("hunter2c");

        assertThat(hunters(text)).containsExactly("hunter2a", "hunter2b", "hunter2c");
        assertThat(masked(text, "hunter2b")).isEqualTo(text.replace(encoded("hunter2b"), "***"));
    }

    @ParameterizedTest
    @ValueSource(ints = {0x09, 0x0a, 0x0d, 0x20, 0x21, 0x7e})
    void aTextMayHoldBlanksAndLines(int c) {
        String text = "hunter2" + (char) c + "hunter3";

        assertThat(hunters(encoded(text))).containsExactly(text);
    }

    @ParameterizedTest
    @ValueSource(ints = {0x00, 0x01, 0x08, 0x0b, 0x0c, 0x0e, 0x1b, 0x1f, 0x7f})
    void controlCharactersDivideTexts(int c) {
        assertThat(hunters(encoded("hunter2" + (char) c + "hunter3"))).containsExactly("hunter2", "hunter3");
    }

    @ParameterizedTest
    @ValueSource(ints = {0x80, 0xa3, 0xdf, 0xe4, 0x7ff, 0x800, 0x20ac, 0xd7ff, 0xfffd, 0x10000, 0x1f511, 0x10ffff})
    void anyCharacterOfUtf8IsRead(int character) {
        String text = "hunter" + Character.toString(character) + "2";

        assertThat(read(encoded(text), SHORTEST)).contains(text);
        assertThat(read(encoded(Character.toString(character) + "hunter2"), SHORTEST))
                .contains(Character.toString(character) + "hunter2");
        assertThat(read(encoded("hunter2" + Character.toString(character)), SHORTEST))
                .contains("hunter2" + Character.toString(character));
    }

    @ParameterizedTest
    @ValueSource(chars = {'ª', 'µ', 'º', 'À', 'Á', 'Â', 'Ã', 'Ö', 'ß', 'à', 'ä', 'ï', 'ð', 'ø', 'ÿ'})
    void anyLetterOfLatin1IsRead(char letter) {
        for (String text : List.of(
                "hunter" + letter + "2", letter + "hunter2", "hunter2" + letter, "hunt" + letter + letter + "er")) {
            assertThat(read(latin1(text), SHORTEST)).contains(text);
        }
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u0080', '\u009f', '\u00a0', '¡', '£', '»', '¿', '×', '÷'})
    void theSignsOfLatin1DivideTexts(char sign) {
        assertThat(hunters(latin1("hunter2" + sign + "hunter3"))).containsExactly("hunter2", "hunter3");
    }

    /** 48 bytes are a line of 64 digits, as keys have them. */
    @ParameterizedTest
    @CsvSource({"1, 48", "2, 48", "3, 48", "1, 24", "2, 24", "3, 24"})
    void aCharacterOfWhichTheEndIsMissingEndsTheText(int bytes, int length) {
        String text = "hunter" + "-".repeat(length - 6 - bytes);
        String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf((text + "🔑").getBytes(UTF_8), length));

        assertThat(hunters(encoded)).containsExactly(text + "ð");
        assertThat(hunters(encoded("🔑".repeat(40)) + " " + encoded)).containsExactly(text + "ð");
    }

    @Test
    void aRunIsReadFromEachOfItsFirstFourDigits() {
        assertThat(encoded("111111111")).isEqualTo("MTExMTExMTEx");
        assertThat(read("MTExMTExMTEx", 6)).containsExactly("111111111", "LLLLLLLL", "ÄÄÄÄÄÄ");
        assertThat(read("ExMTExMTEx", 6)).contains("ÄÄÄÄÄÄ");
    }

    @ParameterizedTest
    @ValueSource(chars = {'\u007f', '\u0080', '\u0081', 'é', '€', '\ufffe'})
    void otherCharactersStandBesideIt(char other) {
        assertThat(masked(other + encoded(SECRET) + other, SECRET)).isEqualTo(other + "***" + other);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "\n", "\r\n", "\r", "=", "=="})
    void whatACutTextEndsWithIsReadByItselfButForHalfACharacter(String after) {
        assertThat(cutOff("see " + withoutPadding(encoded(SECRET)) + after)).contains(SECRET.substring(0, 18));
        assertThat(read("see " + withoutPadding(encoded(SECRET)) + after, SHORTEST))
                .doesNotContain(SECRET.substring(0, 18));
    }

    @ParameterizedTest
    @ValueSource(strings = {"ä", "€", "🔑"})
    void aCharacterThatIsCutIsNoPartOfWhatACutTextEndsWith(String character) {
        byte[] bytes = (SECRET + character).getBytes(UTF_8);

        for (int cut = SECRET.length(); cut <= bytes.length; cut++) {
            String encoded = Base64.getEncoder().encodeToString(Arrays.copyOf(bytes, cut));

            assertThat(cutOff(encoded)).anyMatch(read -> read.length() >= 17 && SECRET.startsWith(read));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {" ", ".", "\n.", "\n ", " dG9vLXNob3J0"})
    void whatStandsBeforeTheEndOfACutTextIsNotCut(String after) {
        assertThat(cutOff(encoded(SECRET) + after)).noneMatch(SECRET::startsWith);
        assertThat(cutOff(encoded(SECRET + "\0ab") + after)).noneMatch(SECRET::startsWith);
        assertThat(cutOff(encoded(SECRET + "\0ab"))).noneMatch(SECRET::startsWith);
    }

    @Test
    void charactersThatAreFewButOfManyBytesMayBeCutAsWell() {
        assertThat(Base64Text.of(DecodedText.original(encoded("🔑")), 4, true))
                .anySatisfy(decoded -> assertThat(decoded).isEmpty())
                .anySatisfy(decoded -> assertThat(decoded.toString()).contains("🔑"));
    }

    private static String encoded(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(UTF_8));
    }

    private static String latin1(String text) {
        return Base64.getEncoder().encodeToString(text.getBytes(ISO_8859_1));
    }

    private static String withoutPadding(String encoded) {
        return encoded.replace("=", "");
    }

    private static String lines(String text, int width, String end) {
        return text.replaceAll("(.{" + width + "})(?=.)", "$1" + end);
    }

    /** Returns what is read, piece by piece. */
    private static List<String> read(String text, int shortest) {
        return decoded(text, shortest).stream()
                .flatMap(decoded -> Stream.of(decoded.toString().split(String.valueOf(DecodedText.GAP), -1)))
                .filter(read -> !read.isEmpty())
                .toList();
    }

    /** Returns what is read by itself, since the end of the text may have cut it. */
    private static List<String> cutOff(String text) {
        return Base64Text.of(DecodedText.original(text), SHORTEST, true).stream()
                .map(DecodedText::toString)
                .filter(read -> read.indexOf(DecodedText.GAP) < 0)
                .toList();
    }

    /** Returns what is read of that kind, and not what the other beginnings of a run give by chance. */
    private static List<String> hunters(String text) {
        return read(text, SHORTEST).stream()
                .filter(read -> read.contains("hunt"))
                .toList();
    }

    /** Masks what is read, wherever it is. */
    private static String masked(String text, String secret) {
        Spans spans = new Spans();
        for (DecodedText decoded : decoded(text, secret.length())) {
            String read = decoded.toString();
            for (int at = read.indexOf(secret); at >= 0; at = read.indexOf(secret, at + 1)) {
                spans.add(decoded, at, at + secret.length());
            }
        }
        return spans.mask(text, text.length());
    }

    private static List<DecodedText> decoded(String text, int shortest) {
        return Base64Text.of(DecodedText.original(text), shortest, false);
    }
}
