package dev.connectioncheck.reliability;

import dev.connectioncheck.Verdict;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.LongAdder;
import org.jspecify.annotations.Nullable;

/** Counts what came of a soak run, and judges it. Thread-safe. */
final class SoakTally {
    private static final int MOST_MORE_THREADS = 20;
    private static final long MOST_MORE_HEAP = 16L << 20;
    private static final int LUCKLESS_ONE_IN = 100;
    private static final int SHOWN = 20;

    private final PrintStream out;
    private final LongAdder checks = new LongAdder();
    private final LongAdder hung = new LongAdder();
    private final LongAdder luckless = new LongAdder();
    private final Map<String, LongAdder> outcomes = new ConcurrentHashMap<>();
    private final Queue<String> wrong = new ConcurrentLinkedQueue<>();
    private final List<Sample> samples = new ArrayList<>();

    SoakTally(PrintStream out) {
        this.out = out;
    }

    long checks() {
        return checks.sum();
    }

    void ended(SoakCase played, @Nullable Verdict verdict, @Nullable Throwable error, boolean late) {
        checks.increment();
        String outcome = verdict != null
                ? verdict.name()
                : error == null ? "nothing" : error.getClass().getSimpleName();
        outcomes.computeIfAbsent(outcome, name -> new LongAdder()).increment();
        if (!played.isKeptBy(verdict, error)) {
            wrong.add(played + ": " + outcome + (error == null ? "" : " " + error.getMessage()));
        }
        if (played.isLuckless(error)) {
            luckless.increment();
        }
        if (late) {
            hung.increment();
        }
    }

    /** Counts checks that have not ended at all. */
    void hung(int count) {
        hung.add(count);
    }

    /** Notes threads and heap, while nothing runs. */
    void sample(Duration elapsed) {
        System.gc();
        long heap = ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
        sample(elapsed, ManagementFactory.getThreadMXBean().getThreadCount(), heap);
    }

    void sample(Duration elapsed, int threads, long heap) {
        Sample sample = new Sample(elapsed, checks(), wrong.size(), hung.sum(), threads, heap);
        if (samples.isEmpty()) {
            out.println("minute |  checks | wrong | hung | threads | heap after GC");
        }
        samples.add(sample);
        out.println(sample);
    }

    /** Prints the outcomes, and tells whether every promise was kept; threads say nothing before they have settled. */
    boolean conclude(boolean settled) {
        out.println();
        new TreeMap<>(outcomes).forEach((outcome, count) -> out.printf("%-30s %8d%n", outcome, count.sum()));
        wrong.stream().limit(SHOWN).forEach(each -> out.println("WRONG: " + each));
        boolean flat = isFlat();
        boolean few = luckless.sum() * LUCKLESS_ONE_IN <= checks();
        boolean kept = wrong.isEmpty() && hung.sum() == 0 && few && (flat || !settled);
        out.printf(
                "%nchecks %d, wrong %d, hung %d, no verdict though unstruck %d, threads and heap %s: %s%n",
                checks(),
                wrong.size(),
                hung.sum(),
                luckless.sum(),
                flat ? "flat" : settled ? "NOT flat" : "not settled",
                kept ? "kept" : "BROKEN");
        return kept;
    }

    /** Compares the last sample with the first, which was taken when everything had been loaded. */
    private boolean isFlat() {
        Sample first = samples.get(0);
        Sample last = samples.get(samples.size() - 1);
        return last.threads() - first.threads() <= MOST_MORE_THREADS && last.heap() - first.heap() <= MOST_MORE_HEAP;
    }

    private record Sample(Duration elapsed, long checks, int wrong, long hung, int threads, long heap) {
        @Override
        public String toString() {
            return "%6.1f | %7d | %5d | %4d | %7d | %.1f MiB"
                    .formatted(elapsed.toSeconds() / 60.0, checks, wrong, hung, threads, heap / (double) (1 << 20));
        }
    }
}
