@NullMarked
package dev.connectioncheck.examples;

import org.jspecify.annotations.NullMarked;
