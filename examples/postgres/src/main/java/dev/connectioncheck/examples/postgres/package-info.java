/** Checks that outlive the process, on PostgreSQL. */
@NullMarked
package dev.connectioncheck.examples.postgres;

import org.jspecify.annotations.NullMarked;
