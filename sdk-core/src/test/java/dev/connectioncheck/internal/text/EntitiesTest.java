package dev.connectioncheck.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The names and numbers of HTML; what they stand for is a table of the standard. */
class EntitiesTest {
    private static final String LATIN_1_LETTERS = "ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖ×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ";

    @ParameterizedTest
    @CsvSource(
            delimiter = ' ',
            quoteCharacter = '~',
            value = {
                "excl !",
                "quot \"",
                "num #",
                "dollar $",
                "percnt %",
                "amp &",
                "apos '",
                "lpar (",
                "rpar )",
                "ast *",
                "plus +",
                "comma ,",
                "period .",
                "sol /",
                "colon :",
                "semi ;",
                "lt <",
                "equals =",
                "gt >",
                "quest ?",
                "commat @",
                "lsqb [",
                "lbrack [",
                "bsol \\",
                "rsqb ]",
                "rbrack ]",
                "Hat ^",
                "lowbar _",
                "grave `",
                "lcub {",
                "lbrace {",
                "verbar |",
                "vert |",
                "rcub }",
                "rbrace }",
                "iexcl ¡",
                "pound £",
                "yen ¥",
                "sect §",
                "copy ©",
                "not ¬",
                "reg ®",
                "deg °",
                "sup2 ²",
                "acute ´",
                "micro µ",
                "para ¶",
                "middot ·",
                "sup1 ¹",
                "ordm º",
                "frac14 ¼",
                "frac34 ¾",
                "iquest ¿",
                "Agrave À",
                "AElig Æ",
                "ETH Ð",
                "times ×",
                "THORN Þ",
                "szlig ß",
                "aring å",
                "eth ð",
                "divide ÷",
                "oslash ø",
                "uuml ü",
                "thorn þ",
                "yuml ÿ",
            })
    void aNamedCharacterIsKnown(String name, String character) {
        assertThat(Entities.codePoint(name)).isEqualTo(character.codePointAt(0));
    }

    @Test
    void theBlankAndTheHyphenThatDoNotShowAreKnown() {
        assertThat(Entities.codePoint("nbsp")).isEqualTo(0xa0);
        assertThat(Entities.codePoint("shy")).isEqualTo(0xad);
    }

    @Test
    void aCharacterIsKnownByItsNumberInEitherRadix() {
        LATIN_1_LETTERS.codePoints().forEach(character -> {
            assertThat(Entities.codePoint("#" + character)).isEqualTo(character);
            assertThat(Entities.codePoint("#x" + Integer.toHexString(character)))
                    .isEqualTo(character);
            assertThat(Entities.codePoint("#X" + Integer.toHexString(character)))
                    .isEqualTo(character);
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "#x", "#X", "#a", "#xg", "#1a", "AMP", "nosuch", " amp", "amp "})
    void whatIsNoEntityIsNone(String entity) {
        assertThat(Entities.codePoint(entity)).isEqualTo(-1);
    }
}
