package dev.connectioncheck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.EnumSet;
import org.junit.jupiter.api.Test;

/** A text and a decoded text are read in the same way; a decoded one knows where it comes from. */
class DecodedTextTest {
    private final DecodedText original = DecodedText.original("hunter");
    private final DecodedText decoded = Unescaping.of(DecodedText.original("hu%6Eter"), EnumSet.of(Escape.PERCENT));

    @Test
    void itReadsAsTheTextThatItIs() {
        for (DecodedText text : new DecodedText[] {original, decoded}) {
            assertThat(text).hasSize(6).hasToString("hunter");
            assertThat(text.charAt(2)).isEqualTo('n');
            assertThat(text.text(1, 4)).isEqualTo("unt");
            assertThat(text.subSequence(1, 4)).hasToString("unt");
        }
    }

    @Test
    void aroundItIsAGap() {
        for (DecodedText text : new DecodedText[] {original, decoded}) {
            assertThat(text.at(-1)).isEqualTo(DecodedText.GAP);
            assertThat(text.at(0)).isEqualTo('h');
            assertThat(text.at(5)).isEqualTo('r');
            assertThat(text.at(6)).isEqualTo(DecodedText.GAP);
        }
    }

    @Test
    void aCharacterIsFoundFromWhereTheSearchBegins() {
        DecodedText text = DecodedText.original("a=b=c");

        assertThat(text.indexOf('=', 0)).isEqualTo(1);
        assertThat(text.indexOf('=', 1)).isEqualTo(1);
        assertThat(text.indexOf('=', 2)).isEqualTo(3);
        assertThat(text.indexOf('c', 0)).isEqualTo(4);
        assertThat(text.indexOf('=', 4)).isEqualTo(-1);
        assertThat(text.indexOf('=', 5)).isEqualTo(-1);
        assertThat(decoded.indexOf('%', 0)).isEqualTo(-1);
    }

    @Test
    void eachCharacterKnowsWhereItStandsInTheOriginal() {
        assertThat(original.from(2)).isEqualTo(2);
        assertThat(original.to(2)).isEqualTo(3);
        assertThat(decoded.from(1)).isEqualTo(1);
        assertThat(decoded.to(1)).isEqualTo(2);
        assertThat(decoded.from(2)).isEqualTo(2);
        assertThat(decoded.to(2)).isEqualTo(5);
        assertThat(decoded.from(3)).isEqualTo(5);
        assertThat(decoded.to(5)).isEqualTo(8);
    }

    @Test
    void whatIsDecodedTwiceKnowsTheOriginalAsWell() {
        DecodedText once = Unescaping.of(DecodedText.original("hu%256Eter"), EnumSet.of(Escape.PERCENT));
        DecodedText twice = Unescaping.of(once, EnumSet.of(Escape.PERCENT));

        assertThat(twice).hasToString("hunter");
        assertThat(twice.from(2)).isEqualTo(2);
        assertThat(twice.to(2)).isEqualTo(7);
    }

    @Test
    void itsBeginningKnowsNothingOfTheRest() {
        DecodedText beginning = decoded.beginning(3);

        assertThat(beginning).hasSize(3).hasToString("hun");
        assertThat(beginning.at(3)).isEqualTo(DecodedText.GAP);
        assertThat(beginning.indexOf('t', 0)).isEqualTo(-1);
        assertThat(beginning.to(2)).isEqualTo(5);
    }
}
