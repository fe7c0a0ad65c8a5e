package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.polls.PollFigures;
import dev.connectioncheck.benchmarks.report.Figure;
import dev.connectioncheck.benchmarks.report.Measured;
import dev.connectioncheck.benchmarks.report.Page;
import dev.connectioncheck.benchmarks.report.Plot;
import dev.connectioncheck.benchmarks.report.Summary;
import dev.connectioncheck.benchmarks.server.ServerProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.openjdk.jmh.runner.RunnerException;

/** Takes every figure, prints one line for each, writes the page about them, and fails if one falls short. */
public final class Benchmarks {
    private static final Path KEPT_BY_HAND = Path.of("quality", "benchmarks");
    private static final int LARGEST = 100_000;
    private static final List<Integer> SIZES = List.of(100, 1_000, 10_000, LARGEST);

    private final List<Figure> figures = new ArrayList<>();
    private final WaitingFigures waiting = new WaitingFigures();
    private final ServerProcess server;

    private Benchmarks(ServerProcess server) {
        this.server = server;
    }

    /**
     * Runs from the project's folder, where it finds {@code docs}. Ends the process: with status 0 if every figure
     * holds its goal, else with 1.
     *
     * @param args none
     * @throws IOException if the page can't be written
     * @throws RunnerException if JMH can't run
     */
    public static void main(String[] args) throws IOException, RunnerException {
        System.out.println("This takes some eleven minutes; close everything else.");
        Summary summary;
        try (ServerProcess server = ServerProcess.start(Jvm.ours())) {
            summary = new Benchmarks(server).run();
        }
        System.out.println(summary.inWords());
        System.exit(summary.exitStatus());
    }

    private Summary run() throws IOException, RunnerException {
        CompletableFuture<Figure> crowd = CrowdFigures.ofTheDefault();
        waiting.measure(server, SIZES);
        InventoryFigures inventory = InventoryFigures.count();
        PollFigures polls = new PollFigures();
        add(polls.figures());
        add(List.of(RememberedFigures.memory()));
        add(FootprintFigures.figures());
        add(waiting.figures());
        Map<Integer, Double> heaps = waiting.growth();
        add(List.of(crowd.join()));
        add(CrowdFigures.figures());
        add(inventory.figures());
        add(BulkFigures.figures(Measured.of(heaps, LARGEST)));
        add(CallFigures.overhead());
        add(CallFigures.allocation());
        add(ColdFigures.figures(server));
        Figure throughput = ThroughputFigures.throughput();
        add(List.of(throughput));
        Map<Integer, Double> rates = ThroughputFigures.growth(SIZES);
        rates.forEach((checks, rate) -> System.out.printf(
                "growth, %,d checks at once: %,.0f checks a second, %,.0f bytes of heap per waiting check%n",
                checks, rate, Measured.of(heaps, checks)));
        write(polls, inventory, rates, heaps, throughput.ours());
        return new Summary(figures);
    }

    private void add(List<Figure> taken) {
        taken.forEach(System.out::println);
        figures.addAll(taken);
    }

    private void write(
            PollFigures polls,
            InventoryFigures inventory,
            Map<Integer, Double> rates,
            Map<Integer, Double> heaps,
            double rate)
            throws IOException {
        Path docs = Path.of("docs");
        if (!Files.isDirectory(docs)) {
            System.out.println("There is no folder docs here, so the page was not written.");
            return;
        }
        Page page = new Page(docs).paragraph(Cores.inWords()).table(figures);
        polls.draw(page)
                .paragraph("## Requests of an inventory and its checks")
                .paragraph(inventory.table())
                .paragraph("## Growth")
                .growth(rates, heaps)
                .plot("throughput", new Plot("Throughput", "checks at once", "checks a second").line("ours", rates))
                .plot("heap", new Plot("Heap per waiting check", "checks at once", "bytes").line("ours", heaps))
                .paragraph(Files.readString(KEPT_BY_HAND.resolve("growth.md")))
                .paragraph("## A million checks an hour, on paper")
                .paragraph(Estimate.inWords(
                        Measured.of(heaps, LARGEST), polls.ours().meanPolls(), rate))
                .paragraph(Files.readString(KEPT_BY_HAND.resolve("changes.md")))
                .write();
        System.out.println("The page is docs/performance.md.");
    }
}
