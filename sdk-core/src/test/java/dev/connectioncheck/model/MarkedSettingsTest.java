package dev.connectioncheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class MarkedSettingsTest {
    private static final Map<String, Object> SETTINGS = Map.of("password", "hunter2");

    @ParameterizedTest
    @CsvSource({
        "client_secret, true", "clientSecret, true", "Client-Secret, true", "CLIENT.SECRET, true",
                "client secret_, true",
        "client_secrets, false", "clientsecre, false", "client, false", "'', false", "_, false",
    })
    void caseAndSeparatorsOfNamesDoNotMatter(String name, boolean marked) {
        for (String mark : List.of("client_secret", "clientSecret", "-Client.Secret")) {
            assertThat(MarkedSettings.of(SETTINGS, List.of("x", mark), List.of())
                            .isSecret(name))
                    .isEqualTo(marked);
            assertThat(MarkedSettings.of(SETTINGS, List.of(), List.of("x", mark))
                            .isOrdinary(name))
                    .isEqualTo(marked);
        }
    }

    @Test
    void secretAndOrdinaryAreTwoThings() {
        MarkedSettings marked = MarkedSettings.of(SETTINGS, List.of("a"), List.of("b"));

        assertThat(marked.isSecret("b")).isFalse();
        assertThat(marked.isOrdinary("a")).isFalse();
        assertThat(marked.settings()).isSameAs(SETTINGS);
    }

    @Test
    void namesAreCopied() {
        List<String> names = new ArrayList<>(List.of("a"));
        MarkedSettings marked = MarkedSettings.of(SETTINGS, names, names);
        names.set(0, "b");

        assertThat(marked.isSecret("a")).isTrue();
        assertThat(marked.isOrdinary("b")).isFalse();
    }

    @Test
    void equalSettingsWithEqualMarksAreEqual() {
        MarkedSettings marked = MarkedSettings.of(SETTINGS, List.of("a"), List.of("b"));

        assertThat(marked)
                .isEqualTo(MarkedSettings.of(Map.copyOf(SETTINGS), List.of("a"), List.of("b")))
                .hasSameHashCodeAs(MarkedSettings.of(SETTINGS, List.of("a"), List.of("b")))
                .isNotEqualTo(MarkedSettings.of(Map.of(), List.of("a"), List.of("b")))
                .isNotEqualTo(MarkedSettings.of(SETTINGS, List.of("c"), List.of("b")))
                .isNotEqualTo(MarkedSettings.of(SETTINGS, List.of("a"), List.of("c")))
                .isNotEqualTo(SETTINGS);
    }

    @Test
    void itsTextShowsNoSetting() {
        assertThat(MarkedSettings.of(SETTINGS, List.of("a", "b"), List.of()))
                .hasToString("MarkedSettings[2 secret, 0 ordinary]");
    }

    @Test
    void withoutSettingsThereIsNothingToMark() {
        assertThatNullPointerException()
                .isThrownBy(() -> MarkedSettings.of(nothing(), List.of(), List.of()))
                .withMessage("settings");
    }

    @SuppressWarnings("NullAway") // what a caller without null checks may give
    private static Object nothing() {
        return null;
    }
}
