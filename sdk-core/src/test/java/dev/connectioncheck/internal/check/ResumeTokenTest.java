package dev.connectioncheck.internal.check;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import org.junit.jupiter.api.Test;

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
        String text =
                "cc1." + Base64.getUrlEncoder().withoutPadding().encodeToString(json.getBytes(StandardCharsets.UTF_8));

        ResumeToken token = ResumeToken.parse(text);

        assertThat(token.account()).isNull();
        assertThat(token.age(ACCEPTED)).isZero();
        assertThat(token.running()).isEqualTo(Progress.running("c1", "running").withMemo("memo"));
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

    private static ResumeToken token(int letters) {
        return ResumeToken.of(
                "toy", null, "t1", Progress.running("c1", "running").withMemo("m".repeat(letters)), MARK);
    }
}
