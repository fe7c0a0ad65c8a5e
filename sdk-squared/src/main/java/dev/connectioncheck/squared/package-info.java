/** Checks connections at Squared. */
@NullMarked
package dev.connectioncheck.squared;

import org.jspecify.annotations.NullMarked;
