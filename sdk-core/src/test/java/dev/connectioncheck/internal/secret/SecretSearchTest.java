package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.secret.SecretSearch.Surroundings;
import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where known secrets are found in a text, and what has to stand around them. */
class SecretSearchTest {
    private final SecretSearch search = new SecretSearch();

    @Test
    void secretsThatBeginEndOrHoldEachOtherAreAllFound() {
        any("hers", "she", "his", "he-and-hers");

        assertThat(masked("ushers his")).isEqualTo("u*** ***");
        assertThat(masked("he-and-he, he-and-hers")).isEqualTo("he-and-he, ***");
        assertThat(masked("shishers")).isEqualTo("s***");
    }

    /** The longest of those that end at a place does not fit there, and a shorter one does. */
    @Test
    void aShorterSecretIsFoundWhereTheLongerOneIsPartOfAWord() {
        search.add("my-hunter", Surroundings.NO_WORD);
        search.add("hunter", Surroundings.ANY);

        assertThat(masked("xmy-hunter, my-hunter")).isEqualTo("xmy-***, ***");
    }

    @ParameterizedTest
    @CsvSource({
        "ANY, xhunterx, x***x",
        "NO_WORD, 'hunter, (hunter)', '***, (***)'",
        "NO_WORD, 'hunters xhunter hunter_2 hunter2', 'hunters xhunter hunter_2 hunter2'",
        "DELIMITERS, 'a:hunter@b /hunter# (hunter)', 'a:***@b /***# (***)'",
        "DELIMITERS, 'a hunter b, hunter', 'a hunter b, hunter'",
    })
    void whatStandsAroundASecretDecides(Surroundings surroundings, String text, String expected) {
        search.add("hunter", surroundings);

        assertThat(masked(text)).isEqualTo(expected);
    }

    @ParameterizedTest
    @CsvSource({"ANY, DELIMITERS", "DELIMITERS, ANY"})
    void ofASecretThatIsAddedTwiceTheLessDemandingSurroundingsCount(Surroundings first, Surroundings second) {
        search.add("hunter", first);
        search.add("hunter", second);

        assertThat(masked("xhunterx")).isEqualTo("x***x");
    }

    @Test
    void blanksPlusSignsAndHardBlanksAreOne() {
        any("a secret+word");

        assertThat(masked("is a+secret+word, is a\u00a0secret word")).isEqualTo("is ***, is ***");
    }

    @Test
    void theBeginningOfASecretAtTheEndOfATextThatGoesOnIsFound() {
        any("hunter-two");

        assertThat(masked("it was hunter-", true)).isEqualTo("it was ***");
        assertThat(masked("it was hunter-", false)).isEqualTo("it was hunter-");
        assertThat(masked("it was huntress", true)).isEqualTo("it was huntress");
    }

    @Test
    void whatIsAddedAfterASearchIsFoundToo() {
        any("first");
        assertThat(masked("first second")).isEqualTo("*** second");

        any("second");
        assertThat(masked("first second")).isEqualTo("*** ***");
    }

    @Test
    void itKnowsItsShortestSecretAndWhetherThereIsAny() {
        assertThat(search.isEmpty()).isTrue();
        any("longer-one", "four");

        assertThat(search.isEmpty()).isFalse();
        assertThat(search.shortest()).isEqualTo(4);
    }

    private void any(String... secrets) {
        for (String secret : secrets) {
            search.add(secret, Surroundings.ANY);
        }
    }

    private String masked(String text) {
        return masked(text, false);
    }

    private String masked(String text, boolean cut) {
        Spans spans = new Spans();
        search.find(DecodedText.original(text), cut, spans);
        return spans.mask(text, text.length());
    }
}
