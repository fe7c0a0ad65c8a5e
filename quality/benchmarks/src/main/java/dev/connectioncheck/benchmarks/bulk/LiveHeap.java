package dev.connectioncheck.benchmarks.bulk;

import com.sun.management.GarbageCollectorMXBean;
import com.sun.management.GcInfo;
import dev.connectioncheck.benchmarks.report.Measured;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The heap that is alive, as full collections see it, also while something goes on: garbage is not in it.
 *
 * <p>Needs the serial collector, whose full collections stop everything, and which has to be told to leave nothing
 * behind: else it fills gaps with up to a twentieth of the heap rather than move what lies after them.
 */
public final class LiveHeap {
    /** What a Java has to be started with. */
    public static final String OPTIONS = "-Xms256m -Xmx256m -XX:+UseSerialGC -XX:MarkSweepDeadRatio=0";

    /** What references and finalizers hold is gone after some collections. */
    private static final int COLLECTIONS = 5;

    private static final List<String> HEAP = ManagementFactory.getMemoryPoolMXBeans().stream()
            .filter(pool -> pool.getType() == MemoryType.HEAP)
            .map(MemoryPoolMXBean::getName)
            .toList();

    private LiveHeap() {}

    /** Returns the bytes that are alive while nothing goes on. */
    static long atRest() {
        long least = Long.MAX_VALUE;
        for (int collection = 0; collection < COLLECTIONS; collection++) {
            least = Math.min(least, now());
        }
        return least;
    }

    /** Returns the most bytes that were alive at any collection during some work. */
    static long peakDuring(int pauseMillis, Work work) throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        CompletableFuture<Long> peak = CompletableFuture.supplyAsync(() -> peakUntil(over, pauseMillis));
        try {
            work.run();
        } finally {
            over.set(true);
        }
        return peak.join();
    }

    private static long peakUntil(AtomicBoolean over, int pauseMillis) {
        long peak = 0;
        while (!over.get()) {
            peak = Math.max(peak, now());
            pause(pauseMillis);
        }
        return peak;
    }

    private static void pause(int millis) {
        try {
            Thread.sleep(millis);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /** Collects, and returns what the collection left. */
    private static long now() {
        System.gc();
        return ManagementFactory.getPlatformMXBeans(GarbageCollectorMXBean.class).stream()
                .filter(collector -> collector.getName().equals("MarkSweepCompact"))
                .map(GarbageCollectorMXBean::getLastGcInfo)
                .mapToLong(LiveHeap::left)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("Run this with " + OPTIONS));
    }

    private static long left(GcInfo collection) {
        return HEAP.stream()
                .mapToLong(pool ->
                        Measured.of(collection.getMemoryUsageAfterGc(), pool).getUsed())
                .sum();
    }

    /** What goes on meanwhile. */
    interface Work {
        void run() throws Exception;
    }
}
