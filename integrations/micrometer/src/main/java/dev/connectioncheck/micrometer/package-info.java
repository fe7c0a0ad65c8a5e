/**
 * Metrics and traces of checks: {@link dev.connectioncheck.micrometer.ConnectionCheckObservations} is where to start.
 */
@NullMarked
package dev.connectioncheck.micrometer;

import org.jspecify.annotations.NullMarked;
