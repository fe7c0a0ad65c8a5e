package dev.connectioncheck.internal;

import org.jspecify.annotations.Nullable;

/**
 * What is learned of one HTTP attempt while it runs, carried as a tag of its request.
 *
 * <p>Written by interceptors on the thread that sends, read by the engine afterwards; volatile because a deadline may
 * end an attempt from another thread.
 */
final class Attempt {
    private volatile boolean sent;
    private volatile @Nullable String key;
    private volatile int status;

    /** Notes that the request begins to leave this machine. */
    void markSent() {
        sent = true;
    }

    /** Tells whether any part of the request may have reached the vendor. */
    boolean wasSent() {
        return sent;
    }

    void useKey(String used) {
        key = used;
    }

    /** Returns the key that was sent, to be removed from whatever comes back. */
    @Nullable String key() {
        return key;
    }

    /** Notes the status that the vendor really sent. */
    void noteStatus(int real) {
        status = real;
    }

    int status() {
        return status;
    }
}
