/**
 * One call with its retries and its errors. Which trouble is retried, when, and into which exception it turns belongs
 * here; what a check is never does.
 */
@NullMarked
package dev.connectioncheck.internal.call;

import org.jspecify.annotations.NullMarked;
