/** What tests of this module need of the inside of sdk-core. */
@NullMarked
package dev.connectioncheck.internal.wire;

import org.jspecify.annotations.NullMarked;
