package dev.connectioncheck.benchmarks.bulk;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import java.lang.ref.Reference;
import java.util.Arrays;

/** Lists a thousand connections at each vendor again and again: a process of its own. */
public final class InventoryRun {
    private static final int WARM_UP = 30;
    private static final int TIMED = 31;
    private static final int COLLECTED = 60;
    private static final int PAUSE_MILLIS = 3;

    private InventoryRun() {}

    /**
     * Prints {@code millis}, the median of one inventory, {@code rows}, the bytes that one holds, {@code heap}, the
     * most bytes that were alive beyond those while inventories were made, and {@code inventories}, how many were made.
     *
     * @param args the server's URL
     * @throws Exception if an inventory lacks anything
     */
    public static void main(String[] args) throws Exception {
        try (ConnectionChecker checker = FourVendors.checker(args[0])) {
            list(checker, WARM_UP);
            System.out.println("millis=" + medianMillis(checker));
            long idle = LiveHeap.atRest();
            long rows = bytesOf(checker.inventory(), idle);
            long peak = LiveHeap.peakDuring(PAUSE_MILLIS, () -> list(checker, COLLECTED));
            System.out.println("rows=" + rows);
            System.out.println("heap=" + (peak - idle - rows));
            System.out.println("inventories=" + (WARM_UP + TIMED + 1 + COLLECTED));
        }
        System.exit(0);
    }

    private static long bytesOf(Inventory kept, long idle) {
        try {
            return LiveHeap.atRest() - idle;
        } finally {
            Reference.reachabilityFence(whole(kept));
        }
    }

    private static double medianMillis(ConnectionChecker checker) {
        double[] millis = new double[TIMED];
        for (int round = 0; round < TIMED; round++) {
            long began = System.nanoTime();
            list(checker, 1);
            millis[round] = (System.nanoTime() - began) / 1e6;
        }
        Arrays.sort(millis);
        return millis[TIMED / 2];
    }

    private static void list(ConnectionChecker checker, int times) {
        for (int time = 0; time < times; time++) {
            whole(checker.inventory());
        }
    }

    private static Inventory whole(Inventory inventory) {
        inventory.errors().forEach(error -> {
            throw error;
        });
        if (inventory.connections().size() != FourVendors.ROWS * FourVendors.VENDORS) {
            throw new IllegalStateException(
                    "The inventory has " + inventory.connections().size() + " rows.");
        }
        return inventory;
    }
}
