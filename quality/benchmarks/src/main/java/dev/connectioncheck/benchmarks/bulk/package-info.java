/** Everything that an account has: listed, checked as a whole, and what of it the heap holds meanwhile. */
@NullMarked
package dev.connectioncheck.benchmarks.bulk;

import org.jspecify.annotations.NullMarked;
