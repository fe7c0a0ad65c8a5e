package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The ends of a secret that somebody has shown with its middle left out. */
class ShortenedEchoesTest {
    private static final ShortenedEchoes ECHOES =
            new ShortenedEchoes(List.of("abcdefgh-ijklmnop", "abcxyz-0123456789", "too-short-a-one"));

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "got 'abcdefgh...mnop' | got '***...***'",
                "got \"abcd…op\", no | got \"***…op\", no",
                "key abcx... is wrong | key ***... is wrong",
                "key ...6789 is wrong | key ...*** is wrong",
                "(abcdefgh-ijklmnop...) | (***...)",
                "abcd...mnop and abcx...6789 | ***...*** and ***...***",
                // too little of it, none of it, or of a secret that nobody shortens
                "got abc...nop | got abc...nop",
                "got bcde...lmno | got bcde...lmno",
                "got too-short...a-one | got too-short...a-one",
                "wait... what | wait... what",
                "1..2 abcd..mnop | 1..2 abcd..mnop",
            })
    void whatIsLeftOfASecretIsHidden(String text, String expected) {
        assertThat(masked(ECHOES, text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"16, true", "15, false"})
    void nobodyShortensAShortOne(int length, boolean hidden) {
        String secret = "0123456789abcdefgh".substring(0, length);

        assertThat(masked(new ShortenedEchoes(List.of(secret)), "got 0123..."))
                .isEqualTo(hidden ? "got ***..." : "got 0123...");
    }

    private static String masked(ShortenedEchoes echoes, String text) {
        Spans spans = new Spans();
        echoes.find(DecodedText.original(text), spans);
        return spans.mask(text, text.length());
    }
}
