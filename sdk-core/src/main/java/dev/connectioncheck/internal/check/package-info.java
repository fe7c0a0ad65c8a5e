/**
 * One check and its tokens: everything between the facade and a vendor's protocol. Verdicts are the vendor modules';
 * requests are those of the packages below.
 */
@NullMarked
package dev.connectioncheck.internal.check;

import org.jspecify.annotations.NullMarked;
