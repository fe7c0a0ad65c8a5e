/** What is shown to whoever waits, on a terminal or in a pipe. */
@NullMarked
package dev.connectioncheck.cli.terminal;

import org.jspecify.annotations.NullMarked;
