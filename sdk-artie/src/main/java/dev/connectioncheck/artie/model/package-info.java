/** What the operations send and get, generated from the specification. */
@NullMarked
package dev.connectioncheck.artie.model;

import org.jspecify.annotations.NullMarked;
