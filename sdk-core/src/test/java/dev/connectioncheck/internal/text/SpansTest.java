package dev.connectioncheck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is masked of a text: parts that lie apart, touch, overlap, or one within another, in any order. */
class SpansTest {
    private static final String TEXT = "0123456789";

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "one | 2-4 | 01***456789 | 23",
                "at the beginning | 0-2 | ***23456789 | 01",
                "at the end | 8-10 | 01234567*** | 89",
                "all | 0-10 | *** | 0123456789",
                "apart | 1-3 5-7 | 0***34***789 | 12 56",
                "one character apart | 1-3 4-6 | 0***3***6789 | 12 45",
                "touching | 1-3 3-5 | 0***56789 | 1234",
                "overlapping | 1-4 3-6 | 0***6789 | 12345",
                "twice the same | 1-4 1-4 | 0***456789 | 123",
                "one in another | 1-7 3-5 | 0***789 | 123456",
                "from one beginning | 1-3 1-6 | 0***6789 | 12345",
                "to one end | 1-6 4-6 | 0***6789 | 12345",
                "one in another, and one that touches that | 1-7 3-5 7-8 | 0***89 | 1234567",
                "one in another, and one apart | 1-5 2-3 6-8 | 0***5***89 | 1234 67",
                "three in a chain | 1-3 2-5 5-8 | 0***89 | 1234567",
                "at both ends | 0-1 9-10 | ***12345678*** | 0 9",
            })
    void partsThatMeetHaveOneMask(String where, String parts, String masked, String found) {
        String backwards = parts.length() < 5 ? parts : reversed(parts);

        for (String order : List.of(parts, backwards)) {
            assertThat(spans(order).mask(TEXT, TEXT.length())).as(where).isEqualTo(masked);
            assertThat(spans(order).parts(TEXT)).as(where).containsExactly(found.split(" ", -1));
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "ends before the limit | 1-3 | 5 | 0***34",
                "ends at the limit | 1-5 | 5 | 0***",
                "ends after the limit | 1-8 | 5 | 0***",
                "begins before the limit | 4-8 | 5 | 0123***",
                "begins at the limit | 5-8 | 5 | 01234",
                "begins after the limit | 6-8 | 5 | 01234",
                "one before, one after | 1-3 6-8 | 5 | 0***34",
                "one to the limit, one from it | 3-5 5-8 | 5 | 012***",
                "nothing is shown | 0-3 | 0 | ''",
            })
    void whatBeginsAtTheLimitIsLeftOut(String where, String parts, int limit, String masked) {
        assertThat(spans(parts).mask(TEXT, limit)).as(where).isEqualTo(masked);
    }

    @Test
    void aTextWithoutSecretsIsShownUpToTheLimit() {
        Spans spans = new Spans();

        assertThat(spans.isEmpty()).isTrue();
        assertThat(spans.mask(TEXT, TEXT.length())).isEqualTo(TEXT);
        assertThat(spans.mask(TEXT, 4)).isEqualTo("0123");
        assertThat(spans.mask("", 0)).isEmpty();
        assertThat(spans.parts(TEXT)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"0,0", "3,3", "10,10", "4,3"})
    void nothingIsNoPart(int start, int end) {
        Spans spans = new Spans();

        spans.add(DecodedText.original(TEXT), start, end);

        assertThat(spans.isEmpty()).isTrue();
        assertThat(spans.mask(TEXT, TEXT.length())).isEqualTo(TEXT);
    }

    @ParameterizedTest
    @ValueSource(ints = {7, 8, 9, 16, 100})
    void manyPartsAreKept(int count) {
        String text = "x-".repeat(count);
        Spans spans = new Spans();

        IntStream.range(0, count)
                .map(i -> count - 1 - i)
                .forEach(i -> spans.add(DecodedText.original(text), 2 * i, 2 * i + 1));

        assertThat(spans.isEmpty()).isFalse();
        assertThat(spans.mask(text, text.length())).isEqualTo("***-".repeat(count));
        assertThat(spans.parts(text)).hasSize(count).containsOnly("x");
    }

    @Test
    void aPartOfADecodedTextIsMaskedWhereItStands() {
        String text = "a%41%42%43z";
        DecodedText decoded = Unescaping.of(DecodedText.original(text), EnumSet.of(Escape.PERCENT));
        Spans spans = new Spans();

        spans.add(decoded, 2, 3);

        assertThat(spans.mask(text, text.length())).isEqualTo("a%41***%43z");
        assertThat(spans.parts(text)).containsExactly("%42");
    }

    private static Spans spans(String parts) {
        DecodedText text = DecodedText.original(TEXT);
        Spans spans = new Spans();
        for (String part : parts.split(" ", -1)) {
            String[] ends = part.split("-", -1);
            spans.add(text, Integer.parseInt(ends[0]), Integer.parseInt(ends[1]));
        }
        return spans;
    }

    private static String reversed(String parts) {
        String[] forwards = parts.split(" ", -1);
        return IntStream.range(0, forwards.length)
                .mapToObj(i -> forwards[forwards.length - 1 - i])
                .reduce((first, second) -> first + " " + second)
                .orElseThrow();
    }
}
