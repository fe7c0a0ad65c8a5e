/**
 * One HTTP exchange: its request, its attempt with the bounds, its answer, and the credential. What happens once on the
 * wire belongs here; whether it happens again never does.
 */
@NullMarked
package dev.connectioncheck.internal.wire;

import org.jspecify.annotations.NullMarked;
