/**
 * What is logged of the course of checks and calls: the keys, and the one class that writes lines. Lines hold no
 * secret, and nothing is put into words that nobody reads. What to do next is never decided here.
 */
@NullMarked
package dev.connectioncheck.internal.log;

import org.jspecify.annotations.NullMarked;
