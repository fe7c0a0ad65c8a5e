package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.text.Readings;
import dev.connectioncheck.internal.text.Spans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The exact texts that are looked for: one too many garbles messages, one too few shows a secret. */
class SecretFormsTest {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                // a word: not within another
                "secret | a secret b | a *** b",
                "secret | secretary, my_secret, secret1 | secretary, my_secret, secret1",
                "12345678 | 123456789 and 12345678 | 123456789 and ***",
                "abcdefghijk | xabcdefghijkx | xabcdefghijkx",
                // longer than words, or mixed: anywhere
                "abcdefghijkl | xabcdefghijklx | x***x",
                "hunter2 | xhunter2x | x***x",
                // four characters are enough, three are not
                "qxzj | qxzj wvk | *** wvk",
                "wvk | qxzj wvk | qxzj wvk",
                // blanks around it are not of it
                "~ s3cret-1 ~ | is s3cret-1, | is ***,",
            })
    void aSecretIsLookedForAsItIs(String secret, String text, String expected) {
        assertThat(masked(secret, text)).isEqualTo(expected);
    }

    @Test
    void aSecretThatWasSentEncodedIsFoundAsItIsAndDecoded() {
        assertThat(masked("p%40ss&amp;1", "p%40ss&amp;1, p%2540ss&amp;1, p%40ss&amp;amp;1, p@ss&amp;1, p%40ss&1"))
                .isEqualTo("***, ***, ***, ***, ***");
    }

    @Test
    void aLineOfTwelveCharactersIsLookedForByItselfAndAShorterOneIsNot() {
        String key = "-----BEGIN TOY KEY-----\nabcdefghij+l\nabcdefghij+\n";

        assertThat(masked(key, "in abcdefghij+l")).isEqualTo("in ***");
        assertThat(masked(key, "in abcdefghij+")).isEqualTo("in abcdefghij+");
        assertThat(masked(key, "begins with -----BEGIN TOY KEY-----")).isEqualTo("begins with -----BEGIN TOY KEY-----");
    }

    @Test
    void theOnlyLineAfterALineBreakIsLookedForByItself() {
        assertThat(masked("x\nkqhkiG9w0BAQEF", "is kqhkiG9w0BAQEF")).isEqualTo("is ***");
    }

    /** As parsers of URLs show what they take for a port or a host. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "Summer@2024 | can't connect to '2024@db' | can't connect to '***@db'",
                "Summer@2024 | on 2024-05-01, in the Summer | on 2024-05-01, in the Summer",
                "pass#word | invalid port \":pass\" | invalid port \":***\"",
                "a/bc#defg | 'defg' is no port, 'bc' neither | '***' is no port, 'bc' neither",
                "a/bc | 'bc' | 'bc'",
            })
    void theEndsOfAPasswordThatAParserHasCutAreFoundBetweenDelimiters(String secret, String text, String expected) {
        assertThat(masked(secret, text)).isEqualTo(expected);
    }

    private static String masked(String secret, String text) {
        SecretSearch search = new SecretSearch();
        SecretForms.addAll(secret, search);
        Spans spans = new Spans();
        new Readings(text, search.shortest(), false)
                .withSecrets()
                .forEach(reading -> search.find(reading, false, spans));
        return spans.mask(text, text.length());
    }
}
