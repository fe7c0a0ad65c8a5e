package dev.connectioncheck.toy;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.slf4j.ILoggerFactory;
import org.slf4j.IMarkerFactory;
import org.slf4j.Marker;
import org.slf4j.event.KeyValuePair;
import org.slf4j.event.Level;
import org.slf4j.event.LoggingEvent;
import org.slf4j.helpers.BasicMarkerFactory;
import org.slf4j.helpers.LegacyAbstractLogger;
import org.slf4j.helpers.MessageFormatter;
import org.slf4j.helpers.NOPMDCAdapter;
import org.slf4j.spi.LoggingEventAware;
import org.slf4j.spi.MDCAdapter;
import org.slf4j.spi.SLF4JServiceProvider;

/**
 * Writes down what is logged while it is open, and is silent otherwise. The build names it as the provider of SLF4J for
 * the tests of this module.
 */
public final class LogBook implements SLF4JServiceProvider {
    private static volatile List<Line> open = List.of();
    private static volatile boolean listening;

    private final Scribe scribe = new Scribe();
    private final IMarkerFactory markers = new BasicMarkerFactory();
    private final MDCAdapter mdc = new NOPMDCAdapter();

    /** Opens the book at an empty page, with DEBUG on. */
    public static Reading read() {
        open = Collections.synchronizedList(new ArrayList<>());
        listening = true;
        return new Reading(open);
    }

    @Override
    public void initialize() {
        // There is nothing to prepare.
    }

    @Override
    public ILoggerFactory getLoggerFactory() {
        return name -> scribe;
    }

    @Override
    public IMarkerFactory getMarkerFactory() {
        return markers;
    }

    @Override
    public MDCAdapter getMDCAdapter() {
        return mdc;
    }

    @Override
    public String getRequestedApiVersion() {
        return "2.0.99";
    }

    /** What was logged: the words, and the keys with their values. */
    public record Line(Level level, String words, Map<String, Object> values) {}

    /** A page of the book; closing it ends the listening. */
    public record Reading(List<Line> written) implements AutoCloseable {
        public List<Line> lines() {
            return List.copyOf(written);
        }

        @Override
        public void close() {
            listening = false;
        }
    }

    private static final class Scribe extends LegacyAbstractLogger implements LoggingEventAware {
        private static final long serialVersionUID = 1L;

        @Override
        public boolean isTraceEnabled() {
            return false;
        }

        @Override
        public boolean isDebugEnabled() {
            return listening;
        }

        @Override
        public boolean isInfoEnabled() {
            return listening;
        }

        @Override
        public boolean isWarnEnabled() {
            return listening;
        }

        @Override
        public boolean isErrorEnabled() {
            return listening;
        }

        @Override
        protected String getFullyQualifiedCallerName() {
            return LogBook.class.getName();
        }

        @Override
        public void log(LoggingEvent event) {
            Map<String, Object> values = new LinkedHashMap<>();
            List<KeyValuePair> pairs = event.getKeyValuePairs();
            if (pairs != null) {
                pairs.forEach(pair -> values.put(pair.key, pair.value));
            }
            write(event.getLevel(), event.getMessage(), event.getArgumentArray(), values);
        }

        @Override
        protected void handleNormalizedLoggingCall(
                Level level, Marker marker, String message, Object[] arguments, Throwable thrown) {
            write(level, message, arguments, Map.of());
        }

        private static void write(Level level, String message, Object[] arguments, Map<String, Object> values) {
            open.add(new Line(level, MessageFormatter.basicArrayFormat(message, arguments), values));
        }
    }
}
