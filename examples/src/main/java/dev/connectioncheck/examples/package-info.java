/** Programs that show the SDK at work. */
@NullMarked
package dev.connectioncheck.examples;

import org.jspecify.annotations.NullMarked;
