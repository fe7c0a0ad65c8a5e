package dev.connectioncheck.reliability;

import dev.connectioncheck.sandbox.contract.FaultMatrix;
import dev.connectioncheck.sandbox.contract.Finding;
import java.util.List;

/** The matrix of the four vendors, played once for all tests that look at it. */
final class Matrix {
    private static final int THREADS = 8;

    private Matrix() {}

    static List<Finding> findings() {
        return Played.FINDINGS;
    }

    private static final class Played {
        static final List<Finding> FINDINGS = play();

        private static List<Finding> play() {
            try {
                return FaultMatrix.play(Vendors.all(), THREADS);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}
