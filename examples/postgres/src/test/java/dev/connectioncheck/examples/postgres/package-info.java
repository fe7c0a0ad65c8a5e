/** Tests of the example, with processes that are killed and a PostgreSQL of their own. */
@NullMarked
package dev.connectioncheck.examples.postgres;

import org.jspecify.annotations.NullMarked;
