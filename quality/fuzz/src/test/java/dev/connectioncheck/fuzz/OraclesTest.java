package dev.connectioncheck.fuzz;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Optional;
import java.util.stream.Stream;
import okhttp3.HttpUrl;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Planted readers that do what none may: each oracle of the fuzz tests has to see it. */
class OraclesTest {
    private static final HttpUrl GOOD = HttpUrl.get("https://vendor.example/api/");

    static Stream<Named<ThrowingCallable>> unexpected() {
        return Stream.of(
                Named.of(
                        "token",
                        () -> Oracles.token("cc1.", text -> {
                            throw planted();
                        })),
                Named.of(
                        "base URL",
                        () -> Oracles.baseUrl("https://vendor.example", text -> {
                            throw planted();
                        })),
                Named.of(
                        "masker",
                        () -> Oracles.masked("secret", "a secret", text -> {
                            throw planted();
                        })));
    }

    @ParameterizedTest
    @MethodSource("unexpected")
    void whatAReaderThrowsComesThrough(ThrowingCallable oracle) {
        assertThatThrownBy(oracle)
                .isExactlyInstanceOf(IllegalStateException.class)
                .hasMessage("planted");
    }

    static Stream<Named<ThrowingCallable>> wrong() {
        return Stream.of(
                Named.of(
                        "a refusal in other words",
                        () -> Oracles.token("cc1.", text -> {
                            throw refusal("no: " + text);
                        })),
                Named.of(
                        "a refusal with its cause",
                        () -> Oracles.token("cc1.", text -> {
                            throw new IllegalArgumentException("This is no token", new IllegalStateException(text));
                        })),
                Named.of(
                        "a URL refused in other words",
                        () -> Oracles.baseUrl("x", text -> {
                            throw refusal("no");
                        })),
                Named.of("a URL with a password", () -> url("https://user:password@vendor.example/api/")),
                Named.of("a URL without a slash at its end", () -> url("https://vendor.example/api")),
                Named.of(
                        "a URL that means something else the second time",
                        () -> Oracles.baseUrl(
                                "https://vendor.example",
                                text -> text.endsWith("/") ? HttpUrl.get(text + "again/") : GOOD)),
                Named.of("a negative wait", () -> Oracles.retryAfter(Optional.of(Duration.ofNanos(-1)))),
                Named.of("a wait of years", () -> Oracles.retryAfter(Optional.of(Duration.ofDays(366)))),
                Named.of("51 violations", () -> Oracles.violations(51)),
                Named.of("a secret that is left", () -> Oracles.masked("hunter2", "it is hunter2", text -> text)));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatIsWrongIsSeen(ThrowingCallable oracle) {
        assertThatExceptionOfType(AssertionError.class).isThrownBy(oracle);
    }

    @Test
    void whatIsRightPasses() {
        assertThatCode(() -> {
                    Oracles.token("cc1.", text -> "toy");
                    Oracles.token("cc1.", text -> {
                        throw refusal("This is no token");
                    });
                    Oracles.baseUrl("https://vendor.example", text -> GOOD);
                    Oracles.baseUrl("nonsense", text -> {
                        throw refusal("The base URL is nonsense");
                    });
                    Oracles.retryAfter(Optional.empty());
                    Oracles.retryAfter(Optional.of(Duration.ofSeconds(2)));
                    Oracles.violations(50);
                    Oracles.masked("hunter2", "it is hunter2", text -> "it is ***");
                })
                .doesNotThrowAnyException();
    }

    private static void url(String read) {
        Oracles.baseUrl(read, HttpUrl::get);
    }

    private static RuntimeException planted() {
        return new IllegalStateException("planted");
    }

    private static RuntimeException refusal(String message) {
        return new IllegalArgumentException(message);
    }
}
