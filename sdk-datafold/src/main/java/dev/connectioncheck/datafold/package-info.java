/** Checks connections at Datafold. */
@NullMarked
package dev.connectioncheck.datafold;

import org.jspecify.annotations.NullMarked;
