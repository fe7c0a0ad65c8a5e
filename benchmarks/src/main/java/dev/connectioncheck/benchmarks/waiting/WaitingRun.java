package dev.connectioncheck.benchmarks.waiting;

import java.lang.management.ManagementFactory;
import java.util.List;
import javax.management.ObjectName;

/** Lets many checks wait, and prints what they hold: a process of its own for each way of waiting. */
public final class WaitingRun {
    private static final long SETTLE_MILLIS = 12_000;

    private WaitingRun() {}

    /**
     * Prints {@code heap}, bytes per waiting check, and {@code threads}, how many there are more than before.
     *
     * @param args the way of waiting, how many checks, and the server's URL
     * @throws Exception if a check does not begin
     */
    public static void main(String[] args) throws Exception {
        int asked = Integer.parseInt(args[1]);
        Waiting way = Ways.of(args[0], asked, args[2]);
        int checks = way.bearable(asked);
        int threadsBefore = ManagementFactory.getThreadMXBean().getThreadCount();
        long before = usedHeap();
        List<?> held = way.begin(checks);
        Thread.sleep(SETTLE_MILLIS);
        long after = usedHeap();
        if (args.length > 3) {
            System.err.println(histogram());
            Thread.getAllStackTraces().keySet().forEach(t -> System.err.println(t.getName()));
        }
        System.out.println("heap=" + (double) (after - before) / checks);
        System.out.println("threads=" + (ManagementFactory.getThreadMXBean().getThreadCount() - threadsBefore));
        System.out.println("checks=" + held.size());
        Runtime.getRuntime().halt(0);
    }

    /** What is left after several collections: one does not clear what references and finalizers hold. */
    private static long usedHeap() {
        long least = Long.MAX_VALUE;
        for (int round = 0; round < 5; round++) {
            System.gc();
            Runtime runtime = Runtime.getRuntime();
            least = Math.min(least, runtime.totalMemory() - runtime.freeMemory());
        }
        return least;
    }

    private static String histogram() throws Exception {
        String table = (String) ManagementFactory.getPlatformMBeanServer()
                .invoke(
                        new ObjectName("com.sun.management:type=DiagnosticCommand"),
                        "gcClassHistogram",
                        new Object[] {new String[0]},
                        new String[] {String[].class.getName()});
        return String.join("\n", table.lines().limit(40).toList());
    }
}
