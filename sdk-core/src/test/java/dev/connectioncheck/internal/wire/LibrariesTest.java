package dev.connectioncheck.internal.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of the OkHttp and the Okio on a class path; quality/consumers/neighbours has real ones. */
class LibrariesTest {
    @ParameterizedTest
    @CsvSource({
        "5.5.1, true, true",
        "5.5.1, false, false",
        "10.0.0, false, false",
        "4.12.0, true, true",
        "4.12.0, false, true",
        ", true, true",
        ", false, false",
    })
    void okHttpFromItsFifthVersionOnNeedsAnOkioWithSockets(
            @Nullable String okHttp, boolean okioHasSockets, boolean fit) {
        assertThat(Libraries.fit(Optional.ofNullable(okHttp), okioHasSockets)).isEqualTo(fit);
    }

    @Test
    void whatTheBuildItselfUsesFits() {
        assertThatNoException().isThrownBy(Libraries::requireThatTheyFit);
    }

    @Test
    void theErrorNamesWhatIsThereByItsJarsAndTheRemedy() {
        assertThat(Libraries.mixed())
                .contains("is built with OkHttp " + Version.OKHTTP)
                .containsPattern(
                        "In use is OkHttp \\d+\\.\\d+\\.\\d+; on the class path are okhttp-jvm-[\\d.]+\\.jar, ")
                .containsPattern("okio-jvm-[\\d.]+\\.jar\\. Import dev\\.connectioncheck:sdk-bom");
    }
}
