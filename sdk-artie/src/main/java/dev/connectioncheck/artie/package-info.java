/** Checks connections at Artie. */
@NullMarked
package dev.connectioncheck.artie;

import org.jspecify.annotations.NullMarked;
