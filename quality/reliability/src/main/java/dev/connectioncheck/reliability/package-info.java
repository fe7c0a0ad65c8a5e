/** Tries all vendor modules under every fault. */
@NullMarked
package dev.connectioncheck.reliability;

import org.jspecify.annotations.NullMarked;
