package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class EnvironmentVariablesTest {
    @Test
    void whatTheLocaleCouldNotReadIsReadAsUtf8AndNothingElseIs() {
        Map<String, String> variables = Map.of("KEY", "gr\uFFFD\uFFFDn=1", "PLAIN", "here");
        byte[] bytes = "KEY=grün=1\0PLAIN=elsewhere\0OTHER=x\0".getBytes(StandardCharsets.UTF_8);

        assertThat(EnvironmentVariables.repaired(variables, bytes))
                .containsExactlyInAnyOrderEntriesOf(Map.of("KEY", "grün=1", "PLAIN", "here"));
    }
}
