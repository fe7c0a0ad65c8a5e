/** What docs/recipes.md shows. */
@NullMarked
package dev.connectioncheck.examples.recipes;

import org.jspecify.annotations.NullMarked;
