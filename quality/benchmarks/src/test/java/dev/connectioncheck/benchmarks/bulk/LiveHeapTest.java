package dev.connectioncheck.benchmarks.bulk;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.benchmarks.Jvm;
import java.lang.ref.Reference;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class LiveHeapTest {
    private static final int MEBIBYTE = 1 << 20;
    private static final int HELD = 16;

    @Test
    void whatIsHeldForAWhileIsSeenAndGarbageIsNot() {
        assertThat(Jvm.ours().run(Holder.class, LiveHeap.OPTIONS).get("held")).isBetween(HELD - 0.5, HELD + 1.5);
    }

    /** A process that holds some memory until it was collected around it, and makes garbage all the while. */
    static final class Holder {
        private Holder() {}

        public static void main(String[] args) throws Exception {
            long before = LiveHeap.atRest();
            long peak = LiveHeap.peakDuring(1, Holder::hold);
            System.out.println("held=" + (double) (peak - before) / MEBIBYTE);
        }

        private static void hold() {
            byte[] held = new byte[HELD * MEBIBYTE];
            try {
                makeGarbage();
            } finally {
                Reference.reachabilityFence(held);
            }
        }

        private static void makeGarbage() {
            long end = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(500);
            long garbage = 0;
            while (System.nanoTime() < end) {
                garbage += new byte[64 << 10].length;
            }
            System.out.println("garbage=" + garbage);
        }
    }
}
