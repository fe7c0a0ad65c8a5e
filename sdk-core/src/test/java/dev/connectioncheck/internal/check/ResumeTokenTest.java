package dev.connectioncheck.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.internal.pace.Expectation;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a token carries, and which tokens are read. */
class ResumeTokenTest {
    private static final Instant ACCEPTED = Instant.parse("2026-01-01T00:00:00Z");
    private static final Course.Mark MARK = new Course.Mark(ACCEPTED, null, null);

    @Test
    void aTokenCarriesTheAccountAndWhenTheCheckWasAccepted() {
        ResumeToken token = ResumeToken.parse(ResumeToken.of("toy", "eu", "t1", Progress.running("c1", "running"), MARK)
                .text());

        assertThat(token.account()).isEqualTo("eu");
        assertThat(token.age(ACCEPTED.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(token.running()).isEqualTo(Progress.running("c1", "running"));
    }

    @Test
    void aTokenOfTheFirstFormIsReadAsOneOfNoAccountAndNoAge() {
        String json = "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\",\"m\":\"memo\"}";
        ResumeToken token = ResumeToken.parse(text(json));

        assertThat(token.account()).isNull();
        assertThat(token.age(ACCEPTED)).isZero();
        assertThat(token.running()).isEqualTo(Progress.running("c1", "running").withMemo("memo"));
    }

    @Test
    void aTokenOfTheSecondFormIsReadAsOneOfWhichNothingIsExpected() {
        ResumeToken token = ResumeToken.parse(text("{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\","
                + "\"a\":\"eu\",\"d\":" + ACCEPTED.toEpochMilli() + "}"));

        assertThat(token.age(ACCEPTED.plusSeconds(90))).isEqualTo(Duration.ofSeconds(90));
        assertThat(token.lastRunning(Duration.ofSeconds(90))).isEmpty();
        assertThat(token.expectation()).isNull();
    }

    @Test
    void aTokenCarriesWhatIsExpectedAndWhenTheCheckWasLastRunning() {
        Expectation expected = new Expectation(10_312_000_000.0, 0.212, true);
        Course.Mark mark = new Course.Mark(ACCEPTED, 7_000L, expected);
        ResumeToken token = ResumeToken.parse(ResumeToken.of("toy", null, "t1", Progress.running("c1", "running"), mark)
                .text());

        assertThat(token.expectation()).isEqualTo(expected);
        assertThat(token.lastRunning(Duration.ofSeconds(7))).contains(Duration.ofSeconds(7));
        assertThat(token.lastRunning(Duration.ofSeconds(6))).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "[]",
                "[1,2]",
                "[null,212,0]",
                "[0,212,0]",
                "[-1,212,0]",
                "[10312,0,0]",
                "[10312,9999,0]",
                "[1,2,3,4]"
            })
    void anExpectationThatCanNotBeIsNone(String numbers) {
        ResumeToken token = ResumeToken.parse(text(
                "{\"v\":\"toy\",\"t\":\"t1\",\"c\":\"c1\",\"s\":\"running\"," + "\"r\":-1,\"e\":" + numbers + "}"));

        assertThat(token.expectation()).isNull();
        assertThat(token.lastRunning(Duration.ofSeconds(6))).isEmpty();
    }

    @Test
    void aTokenFromTheFutureHasNoAgeAndAVeryOldOneAYearAtMost() {
        ResumeToken token = token(0);

        assertThat(token.age(ACCEPTED.minusSeconds(1))).isZero();
        assertThat(token.age(ACCEPTED.plus(Duration.ofDays(1_000)))).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void aTokenOfTheGreatestLengthIsReadAndALongerOneIsNot() {
        ResumeToken shortest = token(0);
        int letters = 3_069 - Json.write(shortest).length;
        ResumeToken longest = token(letters);

        assertThat(longest.text()).hasSize(4_096);
        assertThat(ResumeToken.parse(longest.text())).isEqualTo(longest);
        assertThatIllegalArgumentException()
                .isThrownBy(() -> ResumeToken.parse(token(letters + 1).text()));
    }

    private static String text(String json) {
        return "cc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));
    }

    private static ResumeToken token(int letters) {
        return ResumeToken.of(
                "toy", null, "t1", Progress.running("c1", "running").withMemo("m".repeat(letters)), MARK);
    }
}
