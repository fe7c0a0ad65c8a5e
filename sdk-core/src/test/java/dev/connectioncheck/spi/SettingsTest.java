package dev.connectioncheck.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.time.Duration;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a vendor module reads from settings, wherever they came from. */
class SettingsTest {
    @Test
    void textsNumbersAndFlagsAreTexts() {
        Settings settings = Settings.of(Map.of("text", "a", "number", 7, "flag", true));

        assertThat(settings.text("text")).contains("a");
        assertThat(settings.text("number")).contains("7");
        assertThat(settings.text("flag")).contains("true");
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "  ", "\n"})
    void aBlankTextIsNone(String blank) {
        assertThat(Settings.of(Map.of("key", blank)).text("key")).isEmpty();
    }

    @Test
    void nullIsAbsent() {
        Map<String, Object> values = new HashMap<>();
        values.put("key", null);

        assertThat(Settings.of(values).keys()).isEmpty();
        assertThat(Settings.of(values).text("key")).isEmpty();
    }

    @Test
    void aTextThatHasToBeThereIsMissed() {
        assertRefused(Map.of(), "key", settings -> settings.requiredText("key"), "key is missing.");
    }

    @Test
    void aListOrMapIsNoText() {
        assertRefused(Map.of("key", List.of("a")), "key", settings -> settings.text("key"), "key must be a text.");
        assertRefused(Map.of("key", Map.of()), "key", settings -> settings.text("key"), "key must be a text.");
    }

    @Test
    void aNumberMayBeAText() {
        assertThat(Settings.of(Map.of("key", " 42 ")).number("key")).contains(42L);
        assertThat(Settings.of(Map.of("key", 42)).number("key")).contains(42L);
        assertThat(Settings.of(Map.of()).number("key")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"4.2", "four", "0x2A", "9223372036854775808"})
    void whatIsNoWholeNumberIsRefusedUnseen(String text) {
        assertRefused(Map.of("key", text), "key", settings -> settings.number("key"), "key must be a whole number.");
    }

    @Test
    void aFlagMayBeAText() {
        assertThat(Settings.of(Map.of("key", true)).flag("key")).isTrue();
        assertThat(Settings.of(Map.of("key", " TRUE ")).flag("key")).isTrue();
        assertThat(Settings.of(Map.of("key", "false")).flag("key")).isFalse();
        assertThat(Settings.of(Map.of()).flag("key")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"yes", "no", "1", "on"})
    void whatIsNoFlagIsRefused(String text) {
        assertRefused(Map.of("key", text), "key", settings -> settings.flag("key"), "key must be true or false.");
    }

    @ParameterizedTest
    @CsvSource({"250ms, PT0.25S", "30s, PT30S", "2m, PT2M", "1h, PT1H", "PT1M30S, PT1M30S", "' 5s ', PT5S"})
    void aTimeIsShortOrIso8601(String text, Duration expected) {
        assertThat(Settings.of(Map.of("key", text)).duration("key")).contains(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"30", "30 s", "2 minutes", "-5s", "1d", "1234567890s"})
    void whatIsNoTimeIsRefused(String text) {
        assertRefused(
                Map.of("key", text),
                "key",
                settings -> settings.duration("key"),
                "key must be a time such as 30s, 2m, 1h or PT30S.");
    }

    @Test
    void aMapOfSettingsIsPassedAsItIs() {
        Map<String, Object> given = new HashMap<>();
        given.put("port", 5432);
        given.put("schema", null);
        given.put("hosts", List.of("a", "b"));

        assertThat(Settings.of(Map.of("settings", given)).settings("settings")).contains(given);
        assertThat(Settings.of(Map.of()).settings("settings")).isEmpty();
    }

    @Test
    void whatIsNoMapWithTextsAsKeysIsRefused() {
        String why = "key must be a map of settings.";
        assertRefused(Map.of("key", "a"), "key", settings -> settings.settings("key"), why);
        assertRefused(Map.of("key", Map.of(1, "a")), "key", settings -> settings.settings("key"), why);
        assertRefused(Map.of("key", Arrays.asList("a")), "key", settings -> settings.settings("key"), why);
    }

    @Test
    void anObjectIsFoundByItsTypeAlone() {
        Settings without = Settings.of(Map.of("key", "a"));
        Settings with = without.with(CharSequence.class, "object");

        assertThat(with.object(CharSequence.class)).contains("object");
        assertThat(with.object(String.class)).isEmpty();
        assertThat(with.keys()).containsExactly("key");
        assertThat(without.object(CharSequence.class)).isEmpty();
    }

    @Test
    void onlyKeysAreShown() {
        assertThat(Settings.of(Map.of("api-key", "s3cr3t"))).hasToString("Settings[api-key]");
    }

    @Test
    void laterChangesOfTheGivenMapAreNotSeen() {
        Map<String, Object> given = new HashMap<>(Map.of("key", "a"));
        Settings settings = Settings.of(given);
        given.put("key", "b");

        assertThat(settings.text("key")).contains("a");
    }

    private static void assertRefused(
            Map<String, ?> values, String key, java.util.function.Consumer<Settings> read, String message) {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> read.accept(Settings.of(values)))
                .withMessage(message)
                .satisfies(e -> assertThat(e.key()).isEqualTo(key));
    }
}
