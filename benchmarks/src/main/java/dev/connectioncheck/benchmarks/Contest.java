package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Series;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/**
 * Contenders in processes of their own that take turns: whatever slows the machine down for a while slows all of them
 * down, and none has a part in how another's code is compiled, or in the threads that another's OkHttp wakes.
 */
final class Contest implements AutoCloseable {
    private final List<Contender> contenders = new ArrayList<>();
    private final Random order = new Random(1);

    /** Adds a contender: a process that {@linkplain Turns takes turns}. */
    void enter(String name, Process process) {
        contenders.add(new Contender(name, process));
    }

    /** Lets all do the same work, side by side where there is room. */
    void warmUp(int work) {
        contenders.parallelStream().forEach(contender -> contender.measure(work));
    }

    /** Lets each do the same work, so many turns a round and never in the same order, and keeps each round's median. */
    void run(int rounds, int turns, int work, Series figures) {
        for (int round = 0; round < rounds; round++) {
            Series ofTurns = new Series();
            for (int turn = 0; turn < turns; turn++) {
                Collections.shuffle(contenders, order);
                contenders.forEach(contender -> ofTurns.add(contender.name, contender.measure(work)));
            }
            contenders.forEach(contender -> figures.add(contender.name, ofTurns.median(contender.name)));
        }
    }

    /** Lets the processes end. */
    @Override
    public void close() {
        contenders.forEach(Contender::end);
    }

    private record Contender(String name, Process process, PrintStream orders, BufferedReader figures) {
        Contender(String name, Process process) {
            this(
                    name,
                    process,
                    new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII),
                    process.inputReader());
        }

        double measure(int work) {
            orders.println(work);
            try {
                String figure = figures.readLine();
                if (figure == null) {
                    throw new IllegalStateException("The process of " + name + " has ended.");
                }
                return Double.parseDouble(figure);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void end() {
            orders.close();
            process.onExit().join();
        }
    }
}
