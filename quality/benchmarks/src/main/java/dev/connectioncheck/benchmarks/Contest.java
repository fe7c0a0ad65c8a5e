package dev.connectioncheck.benchmarks;

import dev.connectioncheck.benchmarks.report.Series;
import dev.connectioncheck.benchmarks.server.RequestCount;
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
    private final List<TurnTaker> processes = new ArrayList<>();
    private final Random order = new Random(1);

    /**
     * Adds a contender that stays, and warms up: a process that {@linkplain Turns takes turns}, and counts the requests
     * of its own server.
     */
    void enter(String name, Process process) {
        enter(name, taker(name, process)::measure);
    }

    /** Adds such a contender whose every piece of work takes at least a request to a server that others share. */
    void enter(String name, Process process, RequestCount requests) {
        enter(name, requests, taker(name, process)::measure);
    }

    /** Adds a contender that comes to a figure from some amount of work, of which every piece takes a request. */
    void enter(String name, RequestCount requests, Turn turn) {
        enter(name, work -> requests.during(name, work, () -> turn.take(work)));
    }

    private void enter(String name, Turn turn) {
        contenders.add(new Contender(name, turn));
    }

    private TurnTaker taker(String name, Process process) {
        TurnTaker taker = new TurnTaker(name, process);
        processes.add(taker);
        return taker;
    }

    /** Lets all do the same work, side by side where there is room. */
    void warmUp(int work) {
        contenders.parallelStream().forEach(contender -> contender.turn.take(work));
    }

    /** Lets each do the same work, so many turns a round and never in the same order, and keeps each round's median. */
    void run(int rounds, int turns, int work, Series figures) {
        for (int round = 0; round < rounds; round++) {
            Series ofTurns = new Series();
            for (int turn = 0; turn < turns; turn++) {
                Collections.shuffle(contenders, order);
                contenders.forEach(contender -> ofTurns.add(contender.name, contender.turn.take(work)));
            }
            contenders.forEach(contender -> figures.add(contender.name, ofTurns.median(contender.name)));
        }
    }

    /** Lets the processes end. */
    @Override
    public void close() {
        processes.forEach(TurnTaker::end);
    }

    /** What a contender does when it is its turn. */
    interface Turn {
        /** Does so much work, and returns what it came to. */
        double take(int work);
    }

    private record Contender(String name, Turn turn) {}
}
