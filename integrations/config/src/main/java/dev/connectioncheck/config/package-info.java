/**
 * Reads clients and connections by name from a file, or from a tree of settings:
 * {@link dev.connectioncheck.config.ConnectionsFile} is where to start. Knows no vendor; each brings its part as a
 * service.
 */
@NullMarked
package dev.connectioncheck.config;

import org.jspecify.annotations.NullMarked;
