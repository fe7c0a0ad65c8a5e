/** The vendors, stood in for by a server that costs as little as it can. */
@NullMarked
package dev.connectioncheck.benchmarks.server;

import org.jspecify.annotations.NullMarked;
