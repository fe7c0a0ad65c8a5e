package dev.connectioncheck.sandbox;

import java.io.FilterInputStream;
import java.io.FilterOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;

/**
 * A connection that can die without a sign, as when a cable is cut: whatever the client sends is swallowed, pings
 * included, nothing comes back, and nobody is told.
 *
 * <p>Any thread may end it: reader and writer look at both flags whenever they move on.
 */
final class Line extends Socket {
    private volatile boolean dead;
    private volatile boolean doomed;

    void die() {
        dead = true;
    }

    /** Lets it die with the next request. */
    void doom() {
        doomed = true;
    }

    boolean isDoomed() {
        return doomed;
    }

    @Override
    public InputStream getInputStream() throws IOException {
        return new FilterInputStream(super.getInputStream()) {
            @Override
            public int read() throws IOException {
                byte[] one = new byte[1];
                return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
            }

            @Override
            public int read(byte[] bytes, int offset, int length) throws IOException {
                int read;
                do {
                    read = in.read(bytes, offset, length);
                } while (dead && read >= 0);
                return read;
            }
        };
    }

    @Override
    public OutputStream getOutputStream() throws IOException {
        return new FilterOutputStream(super.getOutputStream()) {
            @Override
            public void write(int single) throws IOException {
                write(new byte[] {(byte) single}, 0, 1);
            }

            @Override
            public void write(byte[] bytes, int offset, int length) throws IOException {
                if (!dead) {
                    out.write(bytes, offset, length);
                }
            }
        };
    }
}
