package dev.connectioncheck.micrometer;

import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckTarget;
import io.micrometer.observation.ObservationRegistry;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Observes every check of a checker, as {@link ConnectionCheckObservationDocumentation#CHECK} describes it.
 *
 * <pre>{@code
 * ConnectionChecker checker = ConnectionChecker.builder()
 *         .client(datafold)
 *         .listener(ConnectionCheckObservations.of(registry))
 *         .build();
 * }</pre>
 *
 * <p>The registry's handlers make metrics and spans of it. What is observed when a check is asked for is its parent,
 * wherever the check then runs, also in {@code checkAll}. The vendor's words are never observed: they have no bounds,
 * and an exception is told by its type alone. No scope is opened, since an asynchronous check has no thread of its own:
 * what your own HTTP client observes is a sibling of the check, not its child. Checks that are skipped are not
 * observed.
 */
public final class ConnectionCheckObservations {
    private ConnectionCheckObservations() {}

    /**
     * Makes a listener for {@link dev.connectioncheck.ConnectionChecker.Builder#listener}.
     *
     * @param registry tells who handles observations; a {@linkplain ObservationRegistry#isNoop() no-op registry} costs
     *     nothing
     * @return a listener for any number of checks at once
     */
    public static CheckListener of(ObservationRegistry registry) {
        return new Observing(registry, null);
    }

    /**
     * Makes a listener whose names and keys are your own.
     *
     * @param registry tells who handles observations
     * @param convention gives name and keys, before any global convention of the registry
     * @return a listener for any number of checks at once
     */
    public static CheckListener of(ObservationRegistry registry, ConnectionCheckObservationConvention convention) {
        return new Observing(registry, Objects.requireNonNull(convention, "convention"));
    }

    /** Gives each check a listener with an observation of its own. Immutable. */
    private static final class Observing implements CheckListener {
        private static final CheckListener NOBODY = new CheckListener() {};

        private final ObservationRegistry registry;
        private final @Nullable ConnectionCheckObservationConvention convention;

        Observing(ObservationRegistry registry, @Nullable ConnectionCheckObservationConvention convention) {
            this.registry = Objects.requireNonNull(registry, "registry");
            this.convention = convention;
        }

        @Override
        public CheckListener forCheck(CheckTarget target) {
            if (registry.isNoop()) {
                return NOBODY;
            }
            return new ObservedCheck(registry, convention, registry.getCurrentObservation(), target);
        }
    }
}
