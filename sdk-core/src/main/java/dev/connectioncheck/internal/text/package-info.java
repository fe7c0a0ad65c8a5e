/**
 * Texts as they read once percent signs, escapes, entities, quotes and base64 are undone, and where each part stands in the
 * original. How something is encoded belongs here; what is a secret never does.
 */
@NullMarked
package dev.connectioncheck.internal.text;

import org.jspecify.annotations.NullMarked;
