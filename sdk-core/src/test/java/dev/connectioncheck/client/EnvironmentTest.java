package dev.connectioncheck.client;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** Where settings are read from if a program gives none. */
class EnvironmentTest {
    @Test
    void theEnvironmentOfTheProcessIsWhatTheSystemKnows() {
        Map<String, String> variables = System.getenv();

        assertThat(variables)
                .isNotEmpty()
                .allSatisfy((name, value) -> assertThat(
                                Environment.ofProcess().optional(name).orElse(""))
                        .isEqualTo(value.isBlank() ? "" : value));
    }
}
