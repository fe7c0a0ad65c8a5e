package dev.connectioncheck.sandbox;

import java.nio.ByteBuffer;

/**
 * Frames of HTTP/2 (RFC 9113, section 6) that the server beneath can't be made to send: what it does to a stream it has
 * to know before it has read the request.
 */
final class Http2Frames {
    private static final byte RST_STREAM = 3;
    private static final byte GOAWAY = 7;
    private static final int NO_ERROR = 0;
    private static final int REFUSED_STREAM = 7;

    /** Every stream that there is will be answered. */
    private static final int ANY_STREAM = Integer.MAX_VALUE;

    private Http2Frames() {}

    static byte[] refused(int stream) {
        return frame(RST_STREAM, stream, REFUSED_STREAM);
    }

    static byte[] goAway() {
        return frame(GOAWAY, 0, ANY_STREAM, NO_ERROR);
    }

    /** OkHttp numbers its streams from 3, by twos. */
    static int streamOf(int request) {
        return 2 * request + 3;
    }

    private static byte[] frame(byte type, int stream, int... payload) {
        int length = Integer.BYTES * payload.length;
        ByteBuffer frame = ByteBuffer.allocate(9 + length);
        frame.put((byte) 0).putShort((short) length).put(type).put((byte) 0).putInt(stream);
        for (int word : payload) {
            frame.putInt(word);
        }
        return frame.array();
    }
}
