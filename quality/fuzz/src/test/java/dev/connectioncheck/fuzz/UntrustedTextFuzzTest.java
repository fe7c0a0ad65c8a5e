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
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;

final class UntrustedTextFuzzTest {
    /** A shorter one, blanks around it aside, may be an ordinary word, which is no secret within another. */
    private static final int SHORTEST_SECRET = 12;

    private static final Instant NOW = Instant.parse("2026-01-01T00:00:00Z");

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void anErrorBodyNeverBreaksItsReader(byte[] body) {
        ErrorBody error = ErrorBody.read(body);
        Oracles.violations(error.violations().size());
        assertThat(error.instance()).isNotNull();
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aTokenIsReadOrRefused(byte[] text) {
        Oracles.token(text(text), UntrustedTextFuzzTest::vendorOf);
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void theInsideOfATokenIsReadOrRefused(byte[] json) {
        Oracles.token("cc1." + Base64.getUrlEncoder().encodeToString(json), UntrustedTextFuzzTest::vendorOf);
    }

    private static String vendorOf(String token) {
        return ResumeToken.parse(token).vendor();
    }

    /** The first line is the header, the second the server's date. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void retryAfterIsATimeOrNothing(byte[] lines) {
        String[] headers = text(lines).split("\n", 2);
        Oracles.retryAfter(RetryAfter.parse(headers[0], headers.length > 1 ? headers[1] : null, NOW));
    }

    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aBaseUrlIsTakenOrRefused(byte[] text) {
        Oracles.baseUrl(
                text(text), url -> BaseUrl.parse(url, "/api/v1").secured(false).url());
    }

    /** The first line is the secret, the rest what stands around it. */
    @FuzzTest(maxExecutions = Campaign.EXECUTIONS, maxDuration = Campaign.LONGEST)
    void aSecretNeverSurvivesTheMasker(byte[] lines) {
        String[] parts = text(lines).split("\n", 3);
        String secret = parts[0];
        if (parts.length < 3 || secret.strip().length() < SHORTEST_SECRET || secret.contains("*")) {
            return;
        }
        Masker masker = Masker.of(List.of(), List.of(Map.of("password", secret)));
        String said = parts[1] + secret + parts[2];
        Oracles.masked(secret, said, masker::mask);
        Oracles.masked(secret, new TextNode(said).toString(), masker::mask);
    }

    private static String text(byte[] utf8) {
        return new String(utf8, StandardCharsets.UTF_8);
    }
}
