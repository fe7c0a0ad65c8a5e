/** Checks that wait between polls, in our SDK and in each of its peers. */
@NullMarked
package dev.connectioncheck.benchmarks.waiting;

import org.jspecify.annotations.NullMarked;
