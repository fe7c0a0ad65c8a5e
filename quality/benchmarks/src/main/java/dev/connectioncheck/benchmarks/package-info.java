/** Measures the SDK beside what its users would pick instead. */
@NullMarked
package dev.connectioncheck.benchmarks;

import org.jspecify.annotations.NullMarked;
