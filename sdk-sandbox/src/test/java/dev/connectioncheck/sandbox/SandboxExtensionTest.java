package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

class SandboxExtensionTest {
    @RegisterExtension
    static final SandboxExtension shared = new SandboxExtension();

    @RegisterExtension
    final SandboxExtension own = new SandboxExtension();

    private static String origin = "";
    private static String lastOwn = "";

    @BeforeAll
    static void runsBeforeTheFirstTest() {
        origin = shared.squared().baseUrl();
    }

    @AfterAll
    static void runsUntilTheLastTest() {
        assertThat(shared.squared().baseUrl()).isEqualTo(origin);
    }

    @Test
    void aStaticOneLastsAsLongAsTheClass() {
        assertThat(shared.sandbox().squared().baseUrl()).isEqualTo(origin);
    }

    @Test
    void anInstanceOneLastsAsLongAsTheTest() {
        assertOwnIsFresh();
    }

    @Test
    void anInstanceOneIsFreshForTheNextTest() {
        assertOwnIsFresh();
    }

    @Test
    void outsideOfTestsThereIsNoSandbox() {
        assertThatIllegalStateException().isThrownBy(() -> new SandboxExtension().sandbox());
    }

    @Nested
    class InNestedClasses {
        @Test
        void theStaticOneGoesOn() {
            assertThat(shared.squared().baseUrl()).isEqualTo(origin);
        }
    }

    private void assertOwnIsFresh() {
        String key = own.artie().apiKey();
        assertThat(key).isNotEqualTo(lastOwn).isNotEqualTo(shared.artie().apiKey());
        lastOwn = key;
    }
}
