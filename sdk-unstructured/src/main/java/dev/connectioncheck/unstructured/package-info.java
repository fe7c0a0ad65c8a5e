/** Checks connections at Unstructured. */
@NullMarked
package dev.connectioncheck.unstructured;

import org.jspecify.annotations.NullMarked;
