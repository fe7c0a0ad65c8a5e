@NullMarked
package dev.connectioncheck.temporal;

import org.jspecify.annotations.NullMarked;
