package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.LinkedHashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** The exact texts that are looked for: one too many garbles messages, one too few shows a secret. */
class SecretFormsTest {
    @Test
    void aSecretOfPlainLettersIsLookedForAsItIsAndAtEachPlaceInBase64() {
        // The digits that are the same whatever stands before and after it.
        assertThat(forms("secret")).containsExactlyInAnyOrder("secret", "c2VjcmV0", "NlY3Jld", "zZWNyZX");
    }

    @Test
    void aSecretOfFiveBytesIsNotLookedForInBase64() {
        assertThat(forms("sesam")).containsExactly("sesam");
    }

    @Test
    void aSecretWithSignsIsLookedForInBothAlphabetsAndEscaped() {
        assertThat(forms("a \"~?>~?"))
                .contains("a \"~?>~?", "a \\\"~?>~?", "a+%22%7E%3F%3E%7E%3F", "a%20%22%7E%3F%3E%7E%3F");
    }

    @Test
    void aLineOfTwelveCharactersIsLookedForByItselfAndAShorterOneIsNot() {
        assertThat(forms("\nabcdefghijkl\nabcdefghijk\n"))
                .contains("\nabcdefghijkl\nabcdefghijk\n", "abcdefghijkl")
                .doesNotContain("abcdefghijk");
    }

    @Test
    void theOnlyLineAfterALineBreakIsLookedForByItself() {
        assertThat(forms("\nkqhkiG9w0BAQEF")).contains("kqhkiG9w0BAQEF");
    }

    private static Set<String> forms(String secret) {
        Set<String> forms = new LinkedHashSet<>();
        SecretForms.addAll(secret, forms);
        return forms;
    }
}
