package dev.connectioncheck.benchmarks;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;

/** A process that {@linkplain Turns takes turns}, seen from the one that gives them. */
final class TurnTaker {
    private final String name;
    private final Process process;
    private final PrintStream amounts;
    private final BufferedReader figures;

    TurnTaker(String name, Process process) {
        this.name = name;
        this.process = process;
        this.amounts = new PrintStream(process.getOutputStream(), true, StandardCharsets.US_ASCII);
        this.figures = process.inputReader();
    }

    double measure(int work) {
        amounts.println(work);
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
        amounts.close();
        process.onExit().join();
    }
}
