/** The command {@code connection-check}; {@link dev.connectioncheck.cli.ConnectionCheck} is where it begins. */
@NullMarked
package dev.connectioncheck.cli;

import org.jspecify.annotations.NullMarked;
