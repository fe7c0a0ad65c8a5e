/** Reports as people and pipelines read them; knows neither options nor terminals. */
@NullMarked
package dev.connectioncheck.cli.report;

import org.jspecify.annotations.NullMarked;
