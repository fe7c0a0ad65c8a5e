package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.toy.ToyBody;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Long texts are cut, and no secret shows for it, at whichever of its places it is cut. */
class CutSecretsTest {
    private static final String PASSWORD = "correct-horse-battery-staple";

    private final Secrets secrets = new Secrets();

    /** The secrets before it are replaced by few characters, so that a late part of the text shows. */
    @Test
    void aSecretIsNeverCutInTwoAndHalfOfItShown() {
        String longSecret = "0123456789abcdef".repeat(100);
        secrets.addBody(new ToyBody(Map.of("password", PASSWORD, "token", longSecret)));

        shiftsUpTo(2_000).forEach(shift -> {
            String text = longSecret.repeat(4) + "x".repeat(shift) + PASSWORD.repeat(200);

            assertThat(secrets.clean(text)).doesNotContain("horse", "correct", "staple");
        });
    }

    @Test
    void aSecretIsNeverCutByItsLooksEither() {
        secrets.addKey("k".repeat(100));
        String masked = "k".repeat(100).repeat(79);

        shiftsUpTo(1_200).forEach(shift -> {
            String url = "postgres://etl:hunter2hunter2hunter2@db ";
            String cleaned = secrets.clean(masked + ".".repeat(shift) + url.repeat(60));

            assertThat(cleaned).doesNotContain("hunter");
        });
    }

    /** Eleven divides neither secret's length, so that each is cut at each of its places, many times. */
    private static IntStream shiftsUpTo(int most) {
        return IntStream.iterate(0, shift -> shift < most, shift -> shift + 11);
    }
}
