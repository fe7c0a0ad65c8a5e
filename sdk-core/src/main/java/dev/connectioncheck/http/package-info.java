/**
 * One call to a vendor as values: what it is ({@link dev.connectioncheck.http.ApiCall}), when it may be retried, what
 * came back, and what all clients of a vendor have in common. Values belong here; what sends them never does.
 */
@NullMarked
package dev.connectioncheck.http;

import org.jspecify.annotations.NullMarked;
