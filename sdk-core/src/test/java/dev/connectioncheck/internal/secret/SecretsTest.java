package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.toy.ToyBody;
import java.util.Map;
import org.junit.jupiter.api.Test;

class SecretsTest {
    private static final String PASSWORD = "correct-horse-battery-staple";

    private final Secrets secrets = new Secrets();

    @Test
    void aShortTextIsCleanedAsAWhole() {
        secrets.addBody(new ToyBody(Map.of("password", PASSWORD)));
        secrets.addKey("the-key-itself");

        assertThat(secrets.clean("no entry for " + PASSWORD + " with the-key-itself"))
                .isEqualTo("no entry for *** with ***");
    }

    @Test
    void aBodyThatNamesNoSecretsHidesNone() {
        secrets.addBody(Map.of("password", PASSWORD));
        secrets.addBody(null);
        secrets.addKey(null);

        assertThat(secrets.clean("no entry for " + PASSWORD)).isEqualTo("no entry for " + PASSWORD);
    }

    @Test
    void aLongTextIsShortenedAndSaysSo() {
        String cleaned = secrets.clean("a ".repeat(1_001));

        assertThat(cleaned).hasSize(2_000 + " … (shortened)".length()).endsWith("a  … (shortened)");
        assertThat(secrets.clean("a ".repeat(1_000))).hasSize(2_000);
    }

    @Test
    void aLongWordIsShortenedMore() {
        assertThat(secrets.cleanWord("a".repeat(201))).isEqualTo("a".repeat(200) + " … (shortened)");
    }

    @Test
    void aTextThatIsAllSecretLeavesNothing() {
        secrets.addKey("k".repeat(100));

        assertThat(secrets.clean("k".repeat(50_000))).matches("[*]* … \\(shortened\\)");
    }

    @Test
    void aTextOfMegabytesIsCleanedByItsBeginning() {
        secrets.addKey(PASSWORD);

        assertThat(secrets.clean(("at " + PASSWORD + " ").repeat(100_000)))
                .hasSizeLessThan(2_100)
                .doesNotContain("horse");
    }
}
