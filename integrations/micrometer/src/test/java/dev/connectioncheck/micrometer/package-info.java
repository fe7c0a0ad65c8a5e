@NullMarked
package dev.connectioncheck.micrometer;

import org.jspecify.annotations.NullMarked;
