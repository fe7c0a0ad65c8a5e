/** What a vendor module gives to the engine. */
@NullMarked
package dev.connectioncheck.spi;

import org.jspecify.annotations.NullMarked;
