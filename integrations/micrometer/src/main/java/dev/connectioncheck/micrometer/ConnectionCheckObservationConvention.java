package dev.connectioncheck.micrometer;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;

/**
 * Gives the observation of a check its name and its keys. Extend {@link DefaultConnectionCheckObservationConvention} to
 * change some of them; keys of low cardinality have to be the same for every check.
 */
public interface ConnectionCheckObservationConvention extends ObservationConvention<ConnectionCheckObservationContext> {
    @Override
    default boolean supportsContext(Observation.Context context) {
        return context instanceof ConnectionCheckObservationContext;
    }
}
