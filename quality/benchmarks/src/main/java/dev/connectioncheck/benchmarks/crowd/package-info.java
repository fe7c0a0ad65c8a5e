/** Very many checks at once, at vendors that are slow, or end their connections. */
@NullMarked
package dev.connectioncheck.benchmarks.crowd;

import org.jspecify.annotations.NullMarked;
