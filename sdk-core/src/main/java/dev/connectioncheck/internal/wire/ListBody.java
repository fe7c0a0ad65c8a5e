package dev.connectioncheck.internal.wire;

import dev.connectioncheck.internal.json.BodyReader;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Lets a list be read as it comes, up to a bound, and keeps what the stream itself threw. Used by one thread. */
final class ListBody extends FilterInputStream {
    /** Lists are as long as their accounts are large; what nobody reads of a row takes no memory. */
    static final long MAX_BYTES = 64L << 20;

    private static volatile long bound = MAX_BYTES;

    private final AnswerTooLongException tooLong;
    private long left = bound;
    private @Nullable IOException failure;

    ListBody(InputStream body, AnswerTooLongException tooLong) {
        super(body);
        this.tooLong = tooLong;
    }

    /** Returns how long a list may be. */
    static long bound() {
        return bound;
    }

    /** Lowers the bound, for tests that play hundreds of endless lists and need not stream each so far. */
    static void lowerTo(long bytes) {
        bound = Math.min(bytes, MAX_BYTES);
    }

    /** Reads the list; a failing stream comes out as what it threw, whatever the reader made of it. */
    Object readBy(BodyReader reader) throws IOException {
        try {
            return reader.read(this);
        } catch (UnreadableAnswerException e) {
            if (failure != null) {
                throw failure;
            }
            throw e;
        }
    }

    @Override
    public int read() throws IOException {
        byte[] one = new byte[1];
        return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
    }

    @Override
    public int read(byte[] bytes, int offset, int length) throws IOException {
        int count = counted(bytes, offset, length);
        left -= Math.max(count, 0);
        if (left < 0) {
            failure = tooLong;
            throw tooLong;
        }
        return count;
    }

    private int counted(byte[] bytes, int offset, int length) throws IOException {
        try {
            return super.read(bytes, offset, length);
        } catch (IOException e) {
            failure = e;
            throw e;
        }
    }
}
