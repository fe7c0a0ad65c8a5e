/**
 * Threads and futures under everything else. What every layer may use to run something elsewhere belongs here; nothing
 * here knows a call, a check or HTTP.
 */
@NullMarked
package dev.connectioncheck.internal.async;

import org.jspecify.annotations.NullMarked;
