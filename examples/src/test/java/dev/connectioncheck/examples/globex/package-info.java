/** A vendor that does not exist, as a module of its own would be written: see docs/adding-a-vendor.md. */
@NullMarked
package dev.connectioncheck.examples.globex;

import org.jspecify.annotations.NullMarked;
