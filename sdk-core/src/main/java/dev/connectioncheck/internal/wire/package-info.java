/**
 * One HTTP exchange: OkHttp, the credential, name look-up, and the bounds of an answer. What happens once on the wire
 * belongs here; whether it happens again never does.
 */
@NullMarked
package dev.connectioncheck.internal.wire;

import org.jspecify.annotations.NullMarked;
