package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is shown of a vendor's texts, words and fields, and how much of it. */
class CleanerTest {
    private static final String LONG_KEY = "0a1b2c3d4e".repeat(900);
    private static final int LOOKED_AT_WHOLE = 9_024;

    @ParameterizedTest
    @CsvSource({"no, no", "key, key", "four, ***", "not four, not ***"})
    void aTextIsMaskedThoughItIsNoLongerThanTheShortestSecret(String text, String expected) {
        assertThat(knowing("key", "four").clean(text)).isEqualTo(expected);
    }

    @Test
    void aTextThatIsShortOnceItIsMaskedIsNotShortened() {
        String rest = "x".repeat(LOOKED_AT_WHOLE - LONG_KEY.length());

        assertThat(knowing(LONG_KEY).clean(LONG_KEY + rest)).isEqualTo("***" + rest);
    }

    @Test
    void ofALongerTextTheBeginningIsShownAndThatItWentOn() {
        String text = LONG_KEY + "x".repeat(LOOKED_AT_WHOLE + 1 - LONG_KEY.length());

        assertThat(knowing("other-key").clean("y".repeat(LOOKED_AT_WHOLE + 1)))
                .isEqualTo("y".repeat(2_000) + " … (shortened)");
        assertThat(knowing(LONG_KEY).clean(text)).isEqualTo("*** … (shortened)");
    }

    @ParameterizedTest
    @CsvSource({"2000, false", "2001, true"})
    void aTextIsCutToTwoThousandCharacters(int length, boolean cut) {
        String text = "x".repeat(length);
        String expected = "x".repeat(2_000) + (cut ? " … (shortened)" : "");

        assertThat(knowing().clean(text)).isEqualTo(expected);
        assertThat(Cleaner.shortened(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"200, false", "201, true"})
    void aWordIsCutToTwoHundredCharacters(int length, boolean cut) {
        assertThat(knowing().cleanWord("x".repeat(length))).isEqualTo("x".repeat(200) + (cut ? " … (shortened)" : ""));
    }

    @ParameterizedTest
    @CsvSource({
        // a secret by its name, in any path
        "password, hunter, ***",
        "/config/password, hunter, ***",
        "connections[0].apiKey, hunter, ***",
        "credentials.value, hunter, ***",
        "secret.0, hunter, ***",
        // what is said of it, and no value
        "password, must be filled, must be filled",
        "password, [FILTERED], [FILTERED]",
        // ordinary, or nothing, by its name
        "host, hunter, hunter",
        "credentials.username, hunter, hunter",
        "value, hunter, hunter",
        // a secret that was sent, wherever it is
        "host, four, ***",
    })
    void aFieldThatIsCalledAsSecretsAreIsOneUnlessASentenceStandsThere(String field, String text, String expected) {
        assertThat(knowing("four").cleanField(field, text)).isEqualTo(expected);
    }

    private static Cleaner knowing(String... keys) {
        return new Cleaner(() -> Masker.of(List.of(keys), List.of()));
    }
}
