package dev.connectioncheck.internal.secret;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a value looks like, at the limits. */
class ValueLooksTest {
    @ParameterizedTest
    @ValueSource(
            strings = {"[your key]", "[FILTERED", "(none)", "<key>", "${KEY}", "{{key}}", "***", "xxx", "123", "NULL"})
    void whatStandsForAValueIsNone(String value) {
        assertThat(ValueLooks.isNoValue(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"hunter2]", "[hunter2", "hunter2)", "{key}", "xx", "1234", "nullable"})
    void whatOnlyResemblesItIsAValue(String value) {
        assertThat(ValueLooks.isNoValue(value)).isFalse();
    }

    @Test
    void threeSignsOfAMaskAreAMaskAndTwoAreNot() {
        assertThat(ValueLooks.isConstant("xxx")).isTrue();
        assertThat(ValueLooks.isConstant("xx")).isFalse();
    }

    @Test
    void aWordAloneIsNoSentenceWhateverIsAroundIt() {
        assertThat(ValueLooks.isSentence("must be")).isTrue();
        assertThat(ValueLooks.isSentence(" required ")).isFalse();
        assertThat(ValueLooks.isSentence("correct horse")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a1b2c3d4", "x-a1b2c3d4", "a1b2c3d4.x"})
    void eightLettersAndDigitsMayBeAJumble(String value) {
        assertThat(ValueLooks.isJumble(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a1b2c3d",
                "a1b2c3d-4",
                "12345678",
                "1a2b3c4d-12ab-34cd-56ef-1234567890ab",
                "-1a2b3c4d-12ab-34cd-56ef-1234567890ab"
            })
    void whatIsShorterOrANumberOrAnIdIsNone(String value) {
        assertThat(ValueLooks.isJumble(value)).isFalse();
    }

    @Test
    void aPasswordHasSixSignsAtLeastAndAHundredAndTwentyEightAtMost() {
        assertThat(ValueLooks.isPassword("Pa$$wd")).isTrue();
        assertThat(ValueLooks.isPassword("Pa$wd")).isFalse();
        assertThat(ValueLooks.isPassword("Pa$$" + "w".repeat(124))).isTrue();
        assertThat(ValueLooks.isPassword("Pa$$" + "w".repeat(125))).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcde1", "abcde#", "1a1a1a", "123456"})
    void sixSignsOfTwoKindsOrSixDigitsAreMixed(String value) {
        assertThat(ValueLooks.isMixed(value)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"abcd1", "abcdef", "12345-", "######", "etl://host1"})
    void whatIsShorterOrOfOneKindIsNot(String value) {
        assertThat(ValueLooks.isMixed(value)).isFalse();
    }
}
