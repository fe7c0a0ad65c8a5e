/** The engine, its two drivers, and the reading of vendors' answers. Not for use outside the SDK. */
@NullMarked
package dev.connectioncheck.internal;

import org.jspecify.annotations.NullMarked;
