package dev.connectioncheck.spring;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Holds the properties of {@code connectioncheck}, but for clients and connections: those are read where they are used,
 * so that no endpoint shows their secrets. Immutable.
 */
@ConfigurationProperties("connectioncheck")
public final class ConnectionCheckProperties {
    /** File of clients and connections, in YAML or JSON: "classpath:", an address, or a path. */
    private final @Nullable String config;

    /** Checks of the named connections, again and again. */
    private final Watch watch;

    /**
     * Takes the values; Spring does it.
     *
     * @param config the file; null for none
     * @param watch how connections are watched
     */
    public ConnectionCheckProperties(@Nullable String config, @DefaultValue Watch watch) {
        this.config = config;
        this.watch = watch;
    }

    /**
     * Returns the file of clients and connections.
     *
     * @return the file; empty if there is none
     */
    public Optional<String> config() {
        return Optional.ofNullable(config).filter(file -> !file.isBlank());
    }

    /**
     * Returns how connections are watched.
     *
     * @return the properties of {@code connectioncheck.watch}
     */
    public Watch watch() {
        return watch;
    }

    /** Holds the properties of {@code connectioncheck.watch}. Immutable. */
    public static final class Watch {
        private static final Duration SHORTEST = Duration.ofSeconds(1);
        private static final int INTERVALS = 3;

        /** Whether the named connections are checked again and again. */
        private final boolean enabled;

        /** Time between two checks of a connection, give or take a tenth; at least 1s. */
        private final Duration interval;

        /** Age from which a result counts as unknown; three intervals if not given. */
        private final @Nullable Duration maxAge;

        /**
         * Takes the values; Spring does it.
         *
         * @param enabled whether connections are watched
         * @param interval the time between two checks of a connection
         * @param maxAge the age from which a result counts as unknown; null for three intervals
         * @throws IllegalArgumentException if the interval is less than a second, or the age not positive
         */
        public Watch(
                @DefaultValue("false") boolean enabled,
                @DefaultValue("15m") Duration interval,
                @Nullable Duration maxAge) {
            this.enabled = enabled;
            this.interval = interval;
            this.maxAge = maxAge;
            if (interval.compareTo(SHORTEST) < 0) {
                throw new IllegalArgumentException(
                        "connectioncheck.watch.interval must be at least 1s, but is " + interval + ".");
            }
            if (maxAge != null && (maxAge.isZero() || maxAge.isNegative())) {
                throw new IllegalArgumentException(
                        "connectioncheck.watch.max-age must be positive, but is " + maxAge + ".");
            }
        }

        /**
         * Tells whether connections are watched.
         *
         * @return false unless the properties say so
         */
        public boolean enabled() {
            return enabled;
        }

        /**
         * Returns the time between two checks of a connection.
         *
         * @return 15 minutes unless the properties say otherwise
         */
        public Duration interval() {
            return interval;
        }

        /**
         * Returns the age from which a result counts as unknown.
         *
         * @return three intervals unless the properties say otherwise
         */
        public Duration maxAge() {
            return maxAge == null ? interval.multipliedBy(INTERVALS) : maxAge;
        }
    }
}
