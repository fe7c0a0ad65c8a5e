package dev.connectioncheck.benchmarks.waiting;

import java.lang.management.ManagementFactory;
import java.time.Duration;
import java.util.List;
import javax.management.ObjectName;

/** Lets many checks wait, and prints what they hold: a process of its own for each way of waiting. */
public final class WaitingRun {
    private WaitingRun() {}

    /**
     * Prints {@code heap}, bytes per waiting check, and {@code threads}, how many there are more than before.
     *
     * @param args the way of waiting, how many checks, the server's URL, and after how many seconds to look; with a
     *     fifth, what the heap holds is shown too
     * @throws Exception if a check does not begin
     */
    public static void main(String[] args) throws Exception {
        int asked = Integer.parseInt(args[1]);
        Waiting way = Ways.of(args[0], asked, args[2]);
        int checks = way.bearable(asked);
        int threads = ManagementFactory.getThreadMXBean().getThreadCount();
        List<?> first = Ways.of(args[0], 1, args[2]).begin(1);
        long heap = usedHeap();
        List<?> held = way.begin(checks);
        Thread.sleep(Duration.ofSeconds(Long.parseLong(args[3])).toMillis());
        System.out.println("heap=" + (double) (usedHeap() - heap) / checks);
        System.out.println("threads=" + (ManagementFactory.getThreadMXBean().getThreadCount() - threads));
        System.out.println("checks=" + (held.size() + first.size() - 1));
        if (args.length > 4) {
            System.err.println(histogram());
        }
        Runtime.getRuntime().halt(0);
    }

    /** What is left after several collections: one does not clear what references and finalizers hold. */
    static long usedHeap() {
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
