/** The operations of the vendor's API, generated from its specification. */
@NullMarked
package dev.connectioncheck.artie.api;

import org.jspecify.annotations.NullMarked;
