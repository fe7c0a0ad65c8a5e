/**
 * What a vendor module gives to the engine: how to start a check, how to poll it, how to list connections, and how to
 * make a client and a target of texts. Implemented by vendor modules; nothing here knows one, or the engine.
 *
 * @serial exclude
 */
@NullMarked
package dev.connectioncheck.spi;

import org.jspecify.annotations.NullMarked;
