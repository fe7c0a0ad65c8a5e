/** What a run says of its figures. */
@NullMarked
package dev.connectioncheck.benchmarks.report;

import org.jspecify.annotations.NullMarked;
