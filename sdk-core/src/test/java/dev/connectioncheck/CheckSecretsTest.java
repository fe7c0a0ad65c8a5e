package dev.connectioncheck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.model.SecretHolder;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.toy.Driver;
import dev.connectioncheck.toy.Events;
import dev.connectioncheck.toy.Reply;
import dev.connectioncheck.toy.ToyTarget;
import dev.connectioncheck.toy.ToyVendor;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** A vendor that sends back what it was sent. */
class CheckSecretsTest {
    private static final String PASSWORD = "correct-horse";
    private static final ToyTarget TARGET =
            ToyTarget.toy("t1", Map.of("password", PASSWORD, "host", "db.example.com", "database", "sales"));

    private final Events events = new Events();
    private final CheckOptions options = events.options(Duration.ofMinutes(1));

    @ParameterizedTest
    @EnumSource
    void aPasswordIsHiddenInAnInlineVerdict(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.broken("sales at db.example.com refused " + PASSWORD));

        assertThat(driver.check(vendor, TARGET, options).message()).contains("sales at db.example.com refused ***");
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordOfTheStartIsHiddenInTheAnswerOfAPoll(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.running(), Reply.running(), Reply.broken(PASSWORD + " refused"));

        assertThat(driver.check(vendor, TARGET, options).message()).contains("*** refused");
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordOfTheStartIsHiddenInTheErrorOfAPoll(Driver driver) {
        ToyVendor vendor =
                ToyVendor.saying(Reply.running(), Reply.of(422, "{\"error\": \"" + PASSWORD + " is too short\"}"));

        InvalidRequestException error =
                catchThrowableOfType(InvalidRequestException.class, () -> driver.check(vendor, TARGET, options));

        assertThat(error).hasMessageContaining("*** is too short").hasMessageNotContaining(PASSWORD);
        assertThat(error.violations()).containsExactly(Violation.of("", "*** is too short"));
    }

    @ParameterizedTest
    @EnumSource
    void aPasswordInAStatusIsHiddenFromListenersErrorsAndTokens(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.slow("trying " + PASSWORD));

        CheckTimeoutException error =
                catchThrowableOfType(CheckTimeoutException.class, () -> driver.check(vendor, TARGET, options));

        assertThat(error.lastStatus()).contains("trying ***");
        assertThat(error).hasMessageNotContaining(PASSWORD);
        assertThat(contentOf(error.token().orElseThrow()))
                .contains("trying ***")
                .doesNotContain(PASSWORD);
        assertThat(events.heard()).contains("status trying ***").noneMatch(event -> event.contains(PASSWORD));
    }

    @ParameterizedTest
    @EnumSource
    void whatAnInterceptorThrowsIsCleanedToo(Driver driver) {
        ToyVendor vendor = ToyVendor.saying(Reply.throwing(new IllegalStateException("proxy saw " + PASSWORD)));

        TransportException error =
                catchThrowableOfType(TransportException.class, () -> driver.check(vendor, TARGET, options));

        assertThat(error).hasStackTraceContaining("proxy saw ***");
        assertThat(vendor.requests()).hasSize(3);
    }

    /** A module may send what it knows of a target by other means than a body. */
    @Test
    void whatATargetItselfHoldsIsHiddenThoughNoCallHasSentIt() {
        record Sealed(String password) implements CheckTarget, SecretHolder {
            @Override
            public String vendor() {
                return "toy";
            }

            @Override
            public void secrets(Consumer<Object> sink) {
                sink.accept(password);
            }
        }
        CheckProtocol<Sealed> protocol = new CheckProtocol<>() {
            @Override
            public String vendor() {
                return "toy";
            }

            @Override
            public Class<Sealed> targetType() {
                return Sealed.class;
            }

            @Override
            public ApiCall<Progress> start(Sealed target) {
                return ApiCall.of(Progress.failed(Optional.of(target.password() + " refused")));
            }
        };
        try (ConnectionChecker checker = ConnectionChecker.of(() -> protocol)) {
            assertThat(checker.check(new Sealed(PASSWORD)).message()).contains("*** refused");
        }
    }

    private static String contentOf(String token) {
        byte[] json = Base64.getUrlDecoder().decode(token.substring(token.indexOf('.') + 1));
        return new String(json, StandardCharsets.UTF_8);
    }
}
