package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import okhttp3.HttpUrl;

/**
 * What a reader of texts from outside may do with any text at all. Everything else fails the fuzz test: a wrong result
 * by an assertion, an exception that is not expected by coming through.
 */
final class Oracles {
    private static final Duration LONGEST_WAIT = Duration.ofDays(365);
    private static final int MOST_VIOLATIONS = 50;

    private Oracles() {}

    /** Reads a token, or refuses it without showing it or what went wrong inside. */
    static void token(String text, Function<String, String> vendorOf) {
        try {
            assertThat(vendorOf.apply(text)).isNotNull();
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("This is no token");
            assertThat(refused.getCause()).isNull();
        }
    }

    /** Takes a base URL that means the same when it is read again and holds no password, or refuses it. */
    static void baseUrl(String text, Function<String, HttpUrl> reader) {
        HttpUrl url;
        try {
            url = reader.apply(text);
        } catch (IllegalArgumentException refused) {
            assertThat(refused.getMessage()).startsWith("The base URL");
            return;
        }
        assertThat(url.username() + url.password()).isEmpty();
        assertThat(url.encodedPath()).endsWith("/");
        assertThat(reader.apply(url.toString())).isEqualTo(url);
    }

    static void retryAfter(Optional<Duration> wait) {
        if (wait.isPresent()) {
            assertThat(wait.get()).isBetween(Duration.ZERO, LONGEST_WAIT);
        }
    }

    static void violations(int count) {
        assertThat(count).isBetween(0, MOST_VIOLATIONS);
    }

    /** The secret is nowhere left in what was said, whatever stands beside it. */
    static void masked(String secret, String said, UnaryOperator<String> masker) {
        assertThat(masker.apply(said).contains(secret)).isFalse();
    }
}
