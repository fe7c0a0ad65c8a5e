package dev.connectioncheck.sandbox.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * Plays cases, several at a time, and looks at what none of them can see: that no redirection was followed and no
 * secret logged.
 *
 * @param <C> a case
 * @param <F> what came of it
 */
final class CasePlayer<C, F> {
    /** A case of silence waits for a time-out, so that several of them cost no more than one. */
    private static final int SILENT_PER_THREAD = 4;

    private final Predicate<C> silent;
    private final Play<C, F> play;

    /**
     * Makes a player.
     *
     * @param silent whether a case mostly waits
     * @param play plays a case
     */
    CasePlayer(Predicate<C> silent, Play<C, F> play) {
        this.silent = silent;
        this.play = play;
    }

    /** Plays one case. */
    @FunctionalInterface
    interface Play<C, F> {
        F play(C each) throws Exception;
    }

    /**
     * Plays cases.
     *
     * @param cases makes them of the place that redirections point to, which nobody may ever ask
     * @param threads how many at a time, four times as many silent ones
     * @return one finding per case, in their order
     */
    List<F> play(Function<String, List<C>> cases, int threads) throws InterruptedException {
        try (RawServer elsewhere = RawServer.start(RawServer.Manners::silent);
                LogWatch logs = LogWatch.start()) {
            List<F> findings = play(cases.apply("http://127.0.0.1:" + elsewhere.port() + "/"), threads);
            throwIfAny("A redirection was followed.", elsewhere.connections() > 0);
            throwIfAny(
                    "A secret was logged:\n" + String.join("\n", logs.leaks()),
                    !logs.leaks().isEmpty());
            return findings;
        }
    }

    private static void throwIfAny(String problem, boolean there) {
        if (there) {
            throw new AssertionError(problem);
        }
    }

    private List<F> play(List<C> cases, int threads) throws InterruptedException {
        ExecutorService quick = Executors.newFixedThreadPool(threads);
        ExecutorService waiting = Executors.newFixedThreadPool(SILENT_PER_THREAD * threads);
        try {
            List<Future<F>> playing = cases.stream()
                    .map(each -> (silent.test(each) ? waiting : quick).submit(() -> play.play(each)))
                    .toList();
            return collect(cases, playing);
        } finally {
            quick.shutdownNow();
            waiting.shutdownNow();
        }
    }

    private List<F> collect(List<C> cases, List<Future<F>> playing) throws InterruptedException {
        List<F> findings = new ArrayList<>();
        for (int i = 0; i < cases.size(); i++) {
            try {
                findings.add(playing.get(i).get());
            } catch (ExecutionException e) {
                throw new AssertionError("A case can't be played: " + cases.get(i), e.getCause());
            }
        }
        return List.copyOf(findings);
    }
}
