package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.bulk.InventoryRun;
import dev.connectioncheck.benchmarks.bulk.LiveHeap;
import dev.connectioncheck.benchmarks.bulk.VendorRequests;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.server.Manner;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** What it takes to list a thousand connections at each vendor: time, memory and requests. */
final class InventoryFigures {
    static final double HEAP_LIMIT = 2;
    static final double MEBIBYTE = 1 << 20;

    private final List<VendorRequests> requests;

    private InventoryFigures(List<VendorRequests> requests) {
        this.requests = requests;
    }

    static InventoryFigures count() throws IOException {
        return new InventoryFigures(VendorRequests.all());
    }

    List<Figure> figures() {
        Map<String, Double> run = run();
        double heap = Measured.of(run, "heap") / MEBIBYTE;
        return List.of(
                new Figure(
                        "inventory, 1,000 rows at each of four vendors",
                        "ms",
                        Measured.of(run, "millis"),
                        Map.of(),
                        "",
                        "none",
                        true,
                        ""),
                new Figure(
                        "inventory heap, beyond the rows that it returns",
                        "MiB",
                        heap,
                        Map.of(),
                        "",
                        "≤ " + HEAP_LIMIT,
                        heap <= HEAP_LIMIT,
                        String.format(Locale.ROOT, "the 4,000 rows hold %,.0f KiB", Measured.of(run, "rows") / 1_024)),
                requestFigure());
    }

    private Map<String, Double> run() {
        try (ServerProcess server = ServerProcess.start(Jvm.ours(), Manner.QUICK)) {
            Map<String, Double> run = Jvm.ours().run(InventoryRun.class, LiveHeap.OPTIONS, server.url());
            long anInventory =
                    requests.stream().mapToLong(VendorRequests::leastToList).sum();
            server.requests().requireAtLeast("inventories", anInventory * Math.round(Measured.of(run, "inventories")));
            return run;
        }
    }

    private Figure requestFigure() {
        long made =
                requests.stream().mapToLong(each -> each.list() + each.check()).sum();
        long least = requests.stream()
                .mapToLong(each -> each.leastToList() + each.leastToCheck())
                .sum();
        return new Figure(
                "requests, to list and check 1,000 rows at each of four vendors",
                "",
                made,
                Map.of(),
                "",
                String.format(Locale.ROOT, "each vendor's minimum, together %,d", least),
                requests.stream().allMatch(VendorRequests::isMinimum),
                "");
    }

    /** Returns the requests by vendor as a table. */
    String table() {
        return requests.stream()
                .map(each -> String.format(
                        Locale.ROOT,
                        "| %s | %,d | %,d | %,d | %,d | %s |%n",
                        each.vendor(),
                        each.list(),
                        each.leastToList(),
                        each.check(),
                        each.leastToCheck(),
                        each.why()))
                .collect(Collectors.joining("", """
                        | vendor | to list 1,000 rows | at least | to check each of them | at least | why so many |
                        |---|---|---|---|---|---|
                        """, ""));
    }
}
