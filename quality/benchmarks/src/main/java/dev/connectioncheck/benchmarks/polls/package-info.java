/** How often a vendor is asked, and how late its verdict is seen, by polling policy. */
@NullMarked
package dev.connectioncheck.benchmarks.polls;

import org.jspecify.annotations.NullMarked;
