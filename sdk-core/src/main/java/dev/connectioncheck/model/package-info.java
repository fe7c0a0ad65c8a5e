/**
 * What generated models stand on: copies that can't change, words of a vocabulary that may grow, and the secret parts
 * of a body. Nothing here knows HTTP, a vendor, or how an answer is read.
 */
@NullMarked
package dev.connectioncheck.model;

import org.jspecify.annotations.NullMarked;
