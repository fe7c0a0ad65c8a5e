package dev.connectioncheck.sandbox.contract;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/**
 * Lets {@link Canary} hear, at the finest level, what OkHttp and this SDK log through {@code java.util.logging}. The
 * loggers are held, since the JDK forgets the level of one that nobody holds.
 *
 * <p>Any thread may log; what is heard goes to the canary, which is thread-safe.
 */
final class LogWatch implements AutoCloseable {
    private static final String PROBE = "Can the contract hear this logger?";

    private final List<Logger> loggers;
    private final Ear ear = new Ear();
    private final int before = Canary.leaks().size();

    private LogWatch(List<Logger> loggers) {
        this.loggers = loggers;
    }

    static LogWatch start() {
        return start(List.of(Logger.getLogger("okhttp3"), Logger.getLogger("dev.connectioncheck")));
    }

    /**
     * Starts listening to loggers, and makes sure that each is heard.
     *
     * @throws IllegalStateException if one is not
     */
    static LogWatch start(List<Logger> loggers) {
        LogWatch watch = new LogWatch(loggers);
        watch.ear.setLevel(Level.ALL);
        loggers.forEach(logger -> {
            logger.setLevel(Level.ALL);
            logger.addHandler(watch.ear);
            watch.probe(logger);
        });
        return watch;
    }

    private void probe(Logger logger) {
        int heard = ear.probes.get();
        logger.finest(PROBE);
        if (ear.probes.get() == heard) {
            close();
            throw new IllegalStateException("What is logged as " + logger.getName()
                    + " can't be heard, so it can't be searched for secrets: take filters off that logger.");
        }
    }

    /** The events since the start that showed a secret, those that others let the canary hear included. */
    List<String> leaks() {
        List<String> all = Canary.leaks();
        return all.subList(before, all.size());
    }

    @Override
    public void close() {
        loggers.forEach(logger -> {
            logger.removeHandler(ear);
            logger.setLevel(null);
        });
    }

    private static final class Ear extends Handler {
        final AtomicInteger probes = new AtomicInteger();

        @Override
        public void publish(LogRecord event) {
            if (PROBE.equals(event.getMessage())) {
                probes.incrementAndGet();
            }
            Throwable thrown = event.getThrown();
            Canary.hear(
                    String.valueOf(event.getLoggerName()),
                    formatted(event) + (thrown == null ? "" : "\n" + Canary.textOf(thrown)));
        }

        /** The message, and what would be put into it. */
        private static String formatted(LogRecord event) {
            Object[] parameters = event.getParameters();
            return event.getMessage() + (parameters == null ? "" : " " + Arrays.toString(parameters));
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
