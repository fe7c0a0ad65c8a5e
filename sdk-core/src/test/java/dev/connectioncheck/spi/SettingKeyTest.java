package dev.connectioncheck.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.junit.jupiter.api.Test;

class SettingKeyTest {
    private static final SettingKey KEY = SettingKey.of("api-key", SettingKey.Kind.SECRET, "The API key.");

    @Test
    void aKeyMayBeLeftOutAtFirst() {
        assertThat(KEY.name()).isEqualTo("api-key");
        assertThat(KEY.kind()).isEqualTo(SettingKey.Kind.SECRET);
        assertThat(KEY.description()).isEqualTo("The API key.");
        assertThat(KEY.required()).isFalse();
        assertThat(KEY.variable()).isEmpty();
        assertThat(KEY).hasToString("api-key");
    }

    @Test
    void copiesKeepWhatWasSaidBefore() {
        SettingKey key = KEY.withVariable("ACME_API_KEY").asRequired();

        assertThat(key.required()).isTrue();
        assertThat(key.variable()).contains("ACME_API_KEY");
        assertThat(KEY.asRequired().withVariable("ACME_API_KEY").required()).isTrue();
        assertThat(key.kind()).isEqualTo(SettingKey.Kind.SECRET);
    }

    @Test
    void anArgumentThatIsRefusedGetsTheNameOfItsKey() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> InvalidSettingException.naming("port", () -> {
                    throw new IllegalArgumentException("It must be 1 or more.");
                }))
                .withMessage("It must be 1 or more.")
                .satisfies(e -> assertThat(e.key()).isEqualTo("port"));
    }

    @Test
    void aKeyThatWasNamedBeforeKeepsItsName() {
        assertThatExceptionOfType(InvalidSettingException.class)
                .isThrownBy(() -> InvalidSettingException.naming("settings", () -> {
                    throw new InvalidSettingException("settings.port", "It must be 1 or more.");
                }))
                .satisfies(e -> assertThat(e.key()).isEqualTo("settings.port"));
    }

    @Test
    void whatIsMadeIsReturned() {
        assertThat(InvalidSettingException.naming("key", () -> "made")).isEqualTo("made");
    }
}
