/** When to poll: what was learnt from earlier checks, and what follows from it. */
@NullMarked
package dev.connectioncheck.internal.pace;

import org.jspecify.annotations.NullMarked;
