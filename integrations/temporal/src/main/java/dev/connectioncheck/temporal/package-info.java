/**
 * Checks that survive their process, on Temporal: {@link dev.connectioncheck.temporal.DurableChecks} starts them,
 * {@link dev.connectioncheck.temporal.CheckWorker} makes them.
 */
@NullMarked
package dev.connectioncheck.temporal;

import org.jspecify.annotations.NullMarked;
