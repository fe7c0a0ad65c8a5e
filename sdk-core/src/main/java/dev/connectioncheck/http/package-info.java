/** The runtime under the generated clients: requests as values, sent on demand. */
@NullMarked
package dev.connectioncheck.http;

import org.jspecify.annotations.NullMarked;
