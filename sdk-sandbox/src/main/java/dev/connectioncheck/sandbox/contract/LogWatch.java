package dev.connectioncheck.sandbox.contract;

import java.util.List;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Lets {@link Canary} hear, at the finest level, what OkHttp and this SDK log through {@code java.util.logging}. The
 * loggers are held, since the JDK forgets the level of one that nobody holds.
 */
final class LogWatch {
    private final List<Logger> loggers = List.of(Logger.getLogger("okhttp3"), Logger.getLogger("dev.connectioncheck"));
    private final Handler ear = new Ear();

    private LogWatch() {}

    static LogWatch start() {
        LogWatch watch = new LogWatch();
        watch.ear.setLevel(Level.ALL);
        watch.loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(watch.ear);
        });
        return watch;
    }

    void close() {
        loggers.forEach(logger -> {
            logger.removeHandler(ear);
            logger.setLevel(null);
        });
    }

    private static final class Ear extends Handler {
        @Override
        public void publish(LogRecord event) {
            Throwable thrown = event.getThrown();
            Canary.hear(
                    String.valueOf(event.getLoggerName()),
                    event.getMessage() + (thrown == null ? "" : "\n" + Canary.textOf(thrown)));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
