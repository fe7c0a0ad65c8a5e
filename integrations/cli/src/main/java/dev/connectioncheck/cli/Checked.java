package dev.connectioncheck.cli;

import dev.connectioncheck.cli.report.Run;

/** What became of the connections, and whether somebody did not want to wait for the rest. */
record Checked(Run run, boolean wasInterrupted) {}
