package dev.connectioncheck.sandbox.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.List;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LogWatchTest {
    private final String secret = Canary.secret("key");

    @ParameterizedTest
    @ValueSource(
            strings = {"okhttp3", "okhttp3.internal.http2.Http2", "dev.connectioncheck", "dev.connectioncheck.toy"})
    void whatOkHttpAndThisSdkLogIsHeardAtTheFinestLevel(String name) {
        Logger logger = Logger.getLogger(name);
        try (LogWatch watch = LogWatch.start()) {
            logger.finest("it is " + secret);

            assertThat(watch.leaks()).containsExactly(name + ": it is " + secret);
        }
    }

    @Test
    void parametersAndExceptionsAreHeardToo() {
        Logger logger = Logger.getLogger("okhttp3");
        try (LogWatch watch = LogWatch.start()) {
            LogRecord event = new LogRecord(Level.FINE, "it is {0}");
            event.setLoggerName("okhttp3");
            event.setParameters(new Object[] {secret});
            logger.log(event);
            logger.log(Level.FINE, "it failed", new IllegalStateException(secret));

            assertThat(watch.leaks())
                    .hasSize(2)
                    .allSatisfy(leak -> assertThat(leak).contains(secret));
        }
    }

    @Test
    void whatOthersHeardBeforeIsNotCounted() {
        Canary.hear("somebody", secret);
        try (LogWatch watch = LogWatch.start()) {
            assertThat(watch.leaks()).isEmpty();
            Canary.hear("somebody", secret);
            assertThat(watch.leaks()).containsExactly("somebody: " + secret);
        }
    }

    @Test
    void aLoggerThatCantBeHeardIsReported() {
        Logger deaf = Logger.getLogger("dev.connectioncheck.deaf");
        deaf.setFilter(event -> false);

        assertThatIllegalStateException()
                .isThrownBy(() -> LogWatch.start(List.of(deaf)))
                .withMessageContaining("dev.connectioncheck.deaf can't be heard");
        assertThat(deaf.getHandlers()).isEmpty();
    }
}
