/**
 * Stands in for the connection-check APIs of AI Squared, Unstructured, Datafold and Artie, in process.
 *
 * <p>Start with {@link dev.connectioncheck.sandbox.Sandbox}.
 */
@NullMarked
package dev.connectioncheck.sandbox;

import org.jspecify.annotations.NullMarked;
