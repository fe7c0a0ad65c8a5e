/** The way to the vendors, as the environment describes it. */
@NullMarked
package dev.connectioncheck.cli.network;

import org.jspecify.annotations.NullMarked;
