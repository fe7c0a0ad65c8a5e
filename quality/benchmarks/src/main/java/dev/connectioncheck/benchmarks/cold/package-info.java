/** Programs that make one check and end, to time the whole process. */
@NullMarked
package dev.connectioncheck.benchmarks.cold;

import org.jspecify.annotations.NullMarked;
