/** JUnit tests of connections: {@link dev.connectioncheck.junit.ConnectionsSource} is where to start. */
@NullMarked
package dev.connectioncheck.junit;

import org.jspecify.annotations.NullMarked;
