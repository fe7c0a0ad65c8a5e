/**
 * Asks vendors whether a connection works.
 *
 * @serial exclude
 */
@NullMarked
package dev.connectioncheck;

import org.jspecify.annotations.NullMarked;
