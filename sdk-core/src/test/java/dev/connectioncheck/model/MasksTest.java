package dev.connectioncheck.model;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What counts as a vendor's mask, at its very bounds. */
class MasksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "***",
                "*************",
                "**********",
                "\u2022\u2022\u2022",
                "\u25cf\u25cf\u25cf\u25cf",
                "*\u2022\u25cf"
            })
    void aRowOfAsterisksOrBulletsIsAMask(String text) {
        assertThat(Masks.isMask(text)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", "*", "**", "\u2022\u2022", "***a", "a***", "*** ", "* * *", "...", "xxx", "---", "***.***"})
    void anythingElseIsNone(String text) {
        assertThat(Masks.isMask(text)).isFalse();
    }

    @Test
    void aMaskIsRefusedAtAnyDepthByThePathOfItsKey() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Masks.refuse("password", "***"))
                .withMessageStartingWith("password is a mask");
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Masks.refuse(
                        "config", Map.of("hosts", Arrays.asList("a", null, Map.of("token", "**********")))))
                .withMessageStartingWith("config.hosts[2].token is a mask");
    }

    @Test
    void whatHoldsNoMaskPasses() {
        assertThatNoException().isThrownBy(() -> {
            Masks.refuse("config", null);
            Masks.refuse("config", 7);
            Masks.refuse("config", Map.of("***", "a", "b", List.of("**", 1, true)));
            Masks.refuse("config", Collections.singletonMap("none", null));
        });
    }
}
