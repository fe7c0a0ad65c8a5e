package dev.connectioncheck.cli;

import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckStatus;

/** The numbers that tell a pipeline how it went. */
final class ExitCode {
    static final int PASSED = 0;
    static final int FAILED = 1;
    static final int USAGE = 2;
    static final int UNDETERMINED = 3;
    static final int FAULT = 70;
    static final int INTERRUPTED = 130;

    private ExitCode() {}

    static int of(CheckReport report) {
        if (report.count(CheckStatus.FAILED) > 0) {
            return FAILED;
        }
        return report.allPassed() ? PASSED : UNDETERMINED;
    }
}
