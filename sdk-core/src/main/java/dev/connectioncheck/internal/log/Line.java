package dev.connectioncheck.internal.log;

import org.jspecify.annotations.Nullable;
import org.slf4j.spi.LoggingEventBuilder;

/** One line on its way to the log. For one thread. */
final class Line {
    private LoggingEventBuilder event;
    private final String subject;

    Line(LoggingEventBuilder event, String subject) {
        this.event = event;
        this.subject = subject;
    }

    /** Adds a key, unless there is nothing to say. */
    Line with(LogKey key, @Nullable Object value) {
        if (value != null) {
            event = event.addKeyValue(key.text(), value);
        }
        return this;
    }

    Line of(String operation, int attempt) {
        return with(LogKey.OPERATION, operation).with(LogKey.ATTEMPT, attempt);
    }

    /** Writes it; the words are an argument, so that no brace in them is taken for a placeholder. */
    void say(String words) {
        event.log("{}: {}", subject, words);
    }
}
