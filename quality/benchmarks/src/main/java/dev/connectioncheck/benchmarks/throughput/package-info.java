/** Many polled checks at a time, by our SDK and by hand. */
@NullMarked
package dev.connectioncheck.benchmarks.throughput;

import org.jspecify.annotations.NullMarked;
