package dev.connectioncheck;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import dev.connectioncheck.toy.ToyTarget;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who a target says it is: one whose class keeps name and account, and one whose class does not. */
class TargetsTest {
    /** A target of a module that implements the interface by itself. */
    private record Plain(String key) implements CheckTarget {
        @Override
        public String vendor() {
            return "toy";
        }

        @Override
        public String toString() {
            return "toy box " + key;
        }
    }

    static Stream<CheckTarget> targets() {
        return Stream.of(toy("t1"), new Plain("t1"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void aNameIsShownAndIsNoPartOfEquality(CheckTarget target) {
        CheckTarget named = target.named("orders db");

        assertThat(named).hasToString("orders db (toy box t1)");
        assertThat(named.name()).contains("orders db");
        assertThat(named).isEqualTo(target.named("other")).hasSameHashCodeAs(target.named("other"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void anAccountIsShownAndIsPartOfEquality(CheckTarget target) {
        CheckTarget there = target.at("eu");

        assertThat(there).hasToString("toy box t1 at eu").isNotEqualTo(target).isNotEqualTo(target.at("us"));
        assertThat(there.account()).contains("eu");
        assertThat(there).isEqualTo(target.at("us").at("eu"));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void nameAndAccountComeInAnyOrderAndTheLastWins(CheckTarget target) {
        CheckTarget one = target.named("a").at("eu").named("b");
        CheckTarget other = target.at("us").named("b").at("eu");

        assertThat(one).isEqualTo(other).hasToString("b (toy box t1 at eu)");
        assertThat(other).hasToString(one.toString());
        assertThat(one.plain())
                .satisfiesAnyOf(
                        plain -> assertThat(plain).isInstanceOf(Plain.class),
                        plain -> assertThat(plain).isInstanceOf(ToyTarget.class));
    }

    @ParameterizedTest
    @MethodSource("targets")
    void blankNamesAndAccountsAreRefused(CheckTarget target) {
        for (@Nullable String blank : new String[] {null, "", " \t"}) {
            assertThatIllegalArgumentException().isThrownBy(() -> target.named(blank));
            assertThatIllegalArgumentException().isThrownBy(() -> target.at(blank));
        }
    }

    @Test
    void aTargetOfAVendorModuleStaysOfItsOwnClassAndIsEqualToItselfUnnamed() {
        ToyTarget named = toy("t1").named("orders db");

        assertThat(named).isEqualTo(toy("t1"));
        assertThat(toy("t1")).isEqualTo(named);
        assertThat(toy("t1", Map.of("a", 1))).isNotEqualTo(toy("t1"));
    }

    @Test
    void theJsonFormHasEveryFieldAndNoSetting() {
        assertThat(toy("t1", Map.of("password", "S3cret")).at("eu").toMap())
                .containsExactly(
                        entry("name", null),
                        entry("vendor", "toy"),
                        entry("kind", "box"),
                        entry("id", "t1"),
                        entry("account", "eu"));
        assertThat(new Plain("t1").toMap()).containsEntry("kind", "connection").containsEntry("id", null);
    }
}
