/**
 * Machines that decide and do nothing, and the two drivers that do what they say: blocking on the caller's thread, or
 * asynchronously without a thread between events. Nothing here knows what a machine decides about.
 */
@NullMarked
package dev.connectioncheck.internal.drive;

import org.jspecify.annotations.NullMarked;
