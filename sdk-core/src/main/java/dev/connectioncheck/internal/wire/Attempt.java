package dev.connectioncheck.internal.wire;

import java.io.IOException;
import okhttp3.Connection;
import okhttp3.Protocol;
import org.jspecify.annotations.Nullable;

/**
 * What is learned of one HTTP attempt while it runs, carried as a tag of its request.
 *
 * <p>Written by interceptors on the thread that sends, read by the engine afterwards; volatile because a deadline may
 * end an attempt from another thread.
 */
public final class Attempt {
    private volatile boolean sent;
    private volatile @Nullable String key;
    private volatile int status;
    private volatile @Nullable Connection connection;

    /** Notes that the request begins to leave this machine. */
    public void markSent() {
        sent = true;
    }

    /** Tells whether any part of the request may have reached the vendor. */
    public boolean wasSent() {
        return sent;
    }

    public void useKey(String used) {
        key = used;
    }

    /** Returns the key that was sent, to be removed from whatever comes back. */
    public @Nullable String key() {
        return key;
    }

    public void useConnection(@Nullable Connection used) {
        connection = used;
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

    /** Notes the status that the vendor really sent. */
    void noteStatus(int real) {
        status = real;
    }

    int status() {
        return status;
    }
}
