package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import com.code_intelligence.jazzer.junit.FuzzTest;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.connectioncheck.internal.call.ErrorBody;
import dev.connectioncheck.internal.check.ResumeToken;
import dev.connectioncheck.internal.secret.Masker;
import dev.connectioncheck.internal.wire.BaseUrl;
import dev.connectioncheck.internal.wire.RetryAfter;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import okhttp3.HttpUrl;

final class UntrustedTextFuzzTest {
    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void anErrorBodyNeverBreaksItsReader(byte[] body) {
        ErrorBody error = ErrorBody.read(body);
        assertThat(error.violations()).hasSizeLessThanOrEqualTo(50);
        assertThat(error.instance()).isNotNull();
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aTokenIsReadOrRefused(byte[] text) {
        readToken(text(text));
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void theInsideOfATokenIsReadOrRefused(byte[] json) {
        readToken("cc1." + Base64.getUrlEncoder().encodeToString(json));
    }

    private static void readToken(String text) {
        try {
            assertThat(ResumeToken.parse(text).vendor()).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("This is no token");
            assertThat(refused.getCause()).isNull();
        }
    }

    /** The first line is the header, the second the server's date. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void retryAfterIsATimeOrNothing(byte[] lines) {
        String[] headers = text(lines).split("\n", 2);
        Optional<Duration> wait = RetryAfter.parse(headers[0], headers.length > 1 ? headers[1] : null, NOW);
        if (wait.isPresent()) {
            assertThat(wait.get()).isBetween(Duration.ZERO, Duration.ofDays(365));
        }
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aBaseUrlIsTakenOrRefused(byte[] text) {
        try {
            HttpUrl url = BaseUrl.parse(text(text), "/api/v1").secured(false).url();
            assertThat(url.username() + url.password()).isEmpty();
            assertThat(url.encodedPath()).endsWith("/");
            assertThat(BaseUrl.parse(url.toString(), "").url()).isEqualTo(url);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("The base URL");
        }
    }

    /** The first line is the secret, the rest what stands around it. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aSecretNeverSurvivesTheMasker(byte[] lines) {
        String[] parts = text(lines).split("\n", 3);
        String secret = parts[0];
        if (parts.length < 3 || secret.length() < 4 || secret.contains("*")) {
            return;
        }
        Masker masker = Masker.of(List.of(), List.of(Map.of("password", secret)));
        String said = parts[1] + secret + parts[2];
        assertThat(masker.mask(said).contains(secret)).isFalse();
        assertThat(masker.mask(new TextNode(said).toString()).contains(secret)).isFalse();
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
