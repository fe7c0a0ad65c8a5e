/** Asks vendors whether a connection works. */
@NullMarked
package dev.connectioncheck;

import org.jspecify.annotations.NullMarked;
