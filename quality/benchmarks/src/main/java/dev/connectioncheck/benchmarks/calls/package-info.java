/** One check, as our SDK and each of its peers make it. */
@NullMarked
package dev.connectioncheck.benchmarks.calls;

import org.jspecify.annotations.NullMarked;
