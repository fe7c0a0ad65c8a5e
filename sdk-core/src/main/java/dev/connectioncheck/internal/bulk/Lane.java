package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.internal.call.Retries;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * The targets of one account in one run, and whether the account may be asked now. Used in the turns of its run alone.
 *
 * <p>After a refusal for its rate the account is left alone for the time it asked for; then one check goes ahead, and
 * the others follow once it was let in.
 */
final class Lane {
    /** A check that is refused so often, each time after the pause asked for, will not be let in soon. */
    private static final int MOST_TURNS = 3;

    private static final int PAYMENT_REQUIRED = 402;

    private final Deque<Item> waiting = new ArrayDeque<>();
    private final Gate gate;
    private final int limit;
    private int underWay;
    private long pausedUntil;
    private boolean refused;
    private @Nullable Runnable waker;
    private @Nullable ConnectionCheckException end;

    /** @param now the present moment: from now on the account may be asked */
    Lane(Gate gate, int limit, long now) {
        this.gate = gate;
        this.limit = limit;
        this.pausedUntil = now;
    }

    Gate gate() {
        return gate;
    }

    int limit() {
        return limit;
    }

    void add(Item item) {
        waiting.add(item);
    }

    boolean isEmpty() {
        return waiting.isEmpty();
    }

    Item take() {
        return waiting.remove();
    }

    /** Notes that a check begins. */
    void begun(Item item) {
        underWay++;
        item.countTurn();
    }

    /** Notes that a check ended, whatever became of it. */
    void ended() {
        underWay--;
    }

    /** Returns what asks for a turn of this lane, always the same. */
    Runnable waker(Executor turns, Consumer<Lane> turn) {
        Runnable known = waker;
        if (known == null) {
            known = () -> turns.execute(() -> turn.accept(this));
            waker = known;
        }
        return known;
    }

    /** How long the account is to be left alone; nothing or less if it may be asked now. */
    long pause(long now) {
        return pausedUntil - now;
    }

    /** Whether another check may be under way: only one after a refusal, until that was let in. */
    boolean hasRoom() {
        return underWay < (refused ? 1 : limit);
    }

    void pauseFor(Duration asked, long now) {
        long until = now + Retries.capped(asked).toNanos();
        pausedUntil = until - pausedUntil > 0 ? until : pausedUntil;
        refused = true;
    }

    /** Notes that the vendor let a check in. */
    void admitted() {
        refused = false;
    }

    /** Learns from the error of a check; tells whether that waits for another turn. */
    boolean takesBack(Item item, ConnectionCheckException error, long now) {
        boolean isRefusal = error instanceof RateLimitedException;
        if (isRefusal && error.retryable() && item.turns() < MOST_TURNS && end == null) {
            pauseFor(pauseOf((RateLimitedException) error, item), now);
            waiting.addFirst(item);
            return true;
        }
        if (isRefusal || error instanceof AuthenticationException || isUnpaid(error)) {
            end = end == null ? error : end;
        } else {
            refused = false;
        }
        return false;
    }

    private static boolean isUnpaid(ConnectionCheckException error) {
        return error.status().orElse(0) == PAYMENT_REQUIRED;
    }

    private static Duration pauseOf(RateLimitedException error, Item item) {
        return error.retryAfter().orElseGet(() -> Retries.pauseAfter(item.turns()));
    }

    /** What becomes of the next target if the account will not answer; null if there is still reason to ask. */
    @Nullable CheckOutcome outcomeIfEnded() {
        ConnectionCheckException why = end;
        return why == null
                ? null
                : CheckOutcome.skipped(
                        waiting.element().target(), "Not checked, since its account was refused: " + why.getMessage());
    }
}
