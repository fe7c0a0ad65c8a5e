/**
 * Reading and writing JSON the one way that all vendors share. Everything that touches a JSON mapper belongs here; what
 * an answer means never does.
 */
@NullMarked
package dev.connectioncheck.internal.json;

import org.jspecify.annotations.NullMarked;
