package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keys and tokens that have a form of their own, and what only begins like one. None of them was ever valid. */
class KnownFormatsTest {
    private static final String LONG = "0123456789abcdefghijklmnopqrstuvwxyz";

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOiJ.eyJzdWIiOiI.abc-_1",
                "eyJhbGciOiJ.eyJzdWIiOiI",
                "AKIA0123456789ABCDEF",
                "ASIA0123456789ABCDEF",
                "AIza" + LONG,
                "ya29." + LONG,
                "GOCSPX-" + LONG,
                "abc1Q~" + LONG,
                "ghp_" + LONG,
                "gho_" + LONG,
                "github_pat_" + LONG,
                "glpat-" + LONG,
                "xoxb-0123456789",
                "sk-" + LONG,
                "sk_live_0123456789",
                "rk_test_0123456789",
                "pk_" + LONG,
                "SG.0123456789abcdef.0123456789abcdef",
                "pat-na1-01234567-89ab-cdef-0123",
                "shpat_0123456789abcdef0123456789ABCDEF",
                "dapi0123456789abcdef0123456789abcdef",
                "dapi0123456789abcdef0123456789abcdef-3",
                "dckr_pat_" + LONG,
                "hvs." + LONG,
                "npm_" + LONG,
                "hf_" + LONG,
            })
    void aKeyIsKnownByItsFormAndHiddenWhole(String key) {
        assertThat(masked("the key " + key + ", and more")).isEqualTo("the key ***, and more");
        assertThat(masked("'" + key + "'")).isEqualTo("'***'");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "eyJhbGciOi",
                "eyJ.eyJ.abc",
                "AKIA0123456789ABCDE",
                "AKIA0123456789ABCDEFG",
                "XAKIA0123456789ABCDEF",
                "AIza-short",
                "GOCSPX-short",
                "ghp_short",
                "ghx_" + LONG,
                "sk-learn",
                "risk-" + LONG,
                "sk_live_short",
                "SG.short.short",
                "pat-na1-short",
                "shpat_0123456789abcdef",
                "dapi0123456789abcdef0123456789abcde",
                "hf_short",
                "https://hooks.slack.com/services/",
            })
    void whatOnlyBeginsLikeOneIsShown(String text) {
        assertThat(masked("see " + text + " here")).isEqualTo("see " + text + " here");
    }

    private static String masked(String text) {
        Spans spans = new Spans();
        KnownFormats.find(DecodedText.original(text), spans);
        return spans.mask(text, text.length());
    }
}
