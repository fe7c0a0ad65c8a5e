/** What the operations send and get, generated from the specification. */
@NullMarked
package dev.connectioncheck.squared.model;

import org.jspecify.annotations.NullMarked;
