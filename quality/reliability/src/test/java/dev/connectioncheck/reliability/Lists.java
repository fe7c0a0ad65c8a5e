package dev.connectioncheck.reliability;

import dev.connectioncheck.sandbox.contract.ListFinding;
import dev.connectioncheck.sandbox.contract.ListMatrix;
import java.util.List;

/** The matrix of the four vendors' lists, played once for all tests that look at it. */
final class Lists {
    private static final int THREADS = 8;

    private Lists() {}

    static List<ListFinding> findings() {
        return Played.FINDINGS;
    }

    private static final class Played {
        static final List<ListFinding> FINDINGS = play();

        private static List<ListFinding> play() {
            try {
                return ListMatrix.play(Vendors.all(), THREADS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
