/**
 * What tells the engine the time and lets it pass: {@link dev.connectioncheck.time.TimeSource} and the machine's own.
 * Clock and timer belong here; whoever decides how long to wait never does.
 */
@NullMarked
package dev.connectioncheck.time;

import org.jspecify.annotations.NullMarked;
