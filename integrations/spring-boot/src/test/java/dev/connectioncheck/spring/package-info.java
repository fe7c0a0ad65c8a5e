@NullMarked
package dev.connectioncheck.spring;

import org.jspecify.annotations.NullMarked;
