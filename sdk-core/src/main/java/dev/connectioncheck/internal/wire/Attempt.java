package dev.connectioncheck.internal.wire;

import dev.connectioncheck.internal.json.BodyReader;
import java.io.IOException;
import java.time.Duration;
import okhttp3.Call;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one HTTP attempt while it runs, carried as a tag of its call's request; and until when it may run.
 *
 * <p>Its clock starts when it leaves the queue of its client: until then, only the deadline bounds it. Then it has its
 * time; one that the vendor works on for minutes has it for being sent, and the deadline for its answer.
 *
 * <p>Written by interceptors on the one thread that sends, read by the engine and its timers on others: everything that
 * changes is volatile, and {@code phase} is written last.
 */
public final class Attempt {
    private final AttemptBounds bounds;
    private final @Nullable String refusedKey;
    private final @Nullable BodyReader listReader;
    private volatile Phase phase = Phase.QUEUED;
    private volatile long dispatched;
    private volatile @Nullable String key;
    private volatile @Nullable Connection connection;
    private volatile boolean onKeptConnection;
    private volatile int hiddenStatus;
    private volatile boolean hasReadBound;

    /** An attempt without any bound, for calls that nobody waits for. */
    public Attempt() {
        this(AttemptBounds.NONE, null);
    }

    /** An attempt within bounds, which must not send the key that the vendor has just refused. */
    public Attempt(AttemptBounds bounds, @Nullable String refusedKey) {
        this(bounds, refusedKey, null);
    }

    /** An attempt whose answer, if it is a good one, is a list that is read as it comes. */
    Attempt(AttemptBounds bounds, @Nullable String refusedKey, @Nullable BodyReader listReader) {
        this.bounds = bounds;
        this.refusedKey = refusedKey;
        this.listReader = listReader;
    }

    /** What reads a good answer; null if that is kept as it is. */
    @Nullable BodyReader listReader() {
        return listReader;
    }

    /** Returns the attempt that a call was made for; null if the call is none of ours. */
    public static @Nullable Attempt of(Call call) {
        return call.request().tag(Attempt.class);
    }

    /** How far it has come. */
    public Phase phase() {
        return phase;
    }

    /** Tells whether any part of the request may have reached the vendor. */
    public boolean wasSent() {
        return phase == Phase.SENT;
    }

    /** Notes that the request has left the queue and its clock runs. */
    public void markDispatched() {
        dispatched = bounds.time().nanoTime();
        phase = Phase.CONNECTING;
    }

    /** Notes that the request begins to leave this machine. */
    public void markSent() {
        if (phase == Phase.QUEUED) {
            markDispatched();
        }
        phase = Phase.SENT;
    }

    /** How long it may still take as far as it has come, of its time source; negative if it is overdue. */
    public long nanosLeft() {
        long now = bounds.time().nanoTime();
        return switch (phase) {
            case QUEUED -> bounds.untilDeadline(now);
            case CONNECTING -> bounds.ofAttempt(dispatched, now);
            case SENT -> bounds.longRunning() ? bounds.untilDeadline(now) : bounds.ofAttempt(dispatched, now);
        };
    }

    /**
     * When a timer should look at it again: it may be overdue then, and is not before, whatever comes in between. Never
     * negative.
     */
    public long nanosToNextLook() {
        long left = phase == Phase.QUEUED ? Math.min(nanosLeft(), bounds.nanos()) : nanosLeft();
        return Math.max(left, 0);
    }

    /** Since when its clock runs; since when it waits if it is still in the queue. */
    public Duration age() {
        long since = phase == Phase.QUEUED ? bounds.began() : dispatched;
        return Duration.ofNanos(bounds.time().nanoTime() - since);
    }

    /** Notes which key is sent. */
    public void useKey(String used) {
        key = used;
    }

    /** Returns the key that was sent, to be removed from whatever comes back. */
    public @Nullable String key() {
        return key;
    }

    /** Tells whether a key is the one that the vendor has just refused. */
    public boolean wasRefused(String candidate) {
        return candidate.equals(refusedKey);
    }

    /** Notes which connection it goes over. */
    public void useConnection(@Nullable Connection used) {
        connection = used;
        onKeptConnection = false;
    }

    /** Notes that its connection had carried an answer before. */
    public void markKeptConnection() {
        onKeptConnection = true;
    }

    /** Tells whether it went over a connection that had carried an answer before, which the server may have closed. */
    public boolean wentOverKeptConnection() {
        return onKeptConnection;
    }

    /** Notes that each of its reads has a bound of its own. */
    public void boundRead() {
        hasReadBound = true;
    }

    /** Tells whether each of its reads has a bound of its own. */
    public boolean hasReadBound() {
        return hasReadBound;
    }

    /** Keeps the status that the vendor really sent while the answer passes OkHttp under another. */
    public void hideStatus(int real) {
        hiddenStatus = real;
    }

    /** Returns the status that was hidden last; zero if none is. */
    public int takeHiddenStatus() {
        int hidden = hiddenStatus;
        hiddenStatus = 0;
        return hidden;
    }

    /**
     * Keeps the connection from being used again: more may follow over it than was read, which the next request would
     * take for its answer. One connection of HTTP/2 carries many answers apart and stays.
     */
    void abandonConnection() {
        Connection used = connection;
        if (used != null && used.protocol() == Protocol.HTTP_1_1) {
            try {
                used.socket().close();
            } catch (IOException e) {
                // It is of no use already, which is what was wanted.
            }
        }
    }

    /** How far an attempt has come. */
    public enum Phase {
        /** It waits in the client's own queue. */
        QUEUED,
        /** The name is looked up, and a connection made: proxy and TLS included. Nothing was sent. */
        CONNECTING,
        /** Any part of the request may have reached the vendor. */
        SENT
    }
}
