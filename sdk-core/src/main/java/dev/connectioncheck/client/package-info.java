/**
 * What generated clients and vendors' builders call to send requests: the runtime, the request and client builders, and
 * the environment. Settings and their validation belong here; sending and retrying never do.
 */
@NullMarked
package dev.connectioncheck.client;

import org.jspecify.annotations.NullMarked;
