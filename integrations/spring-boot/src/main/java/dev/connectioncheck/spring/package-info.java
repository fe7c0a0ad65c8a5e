/**
 * Connections in a Spring Boot service, by auto-configuration: inject a {@link dev.connectioncheck.ConnectionChecker},
 * or a {@link dev.connectioncheck.spring.ConnectionMonitor} for the connections that the properties name.
 */
@NullMarked
package dev.connectioncheck.spring;

import org.jspecify.annotations.NullMarked;
