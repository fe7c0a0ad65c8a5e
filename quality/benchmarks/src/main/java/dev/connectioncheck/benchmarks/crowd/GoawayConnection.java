package dev.connectioncheck.benchmarks.crowd;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/**
 * As much of HTTP/2 (RFC 9113) as it takes to end a connection in the middle of its requests: it processes so many,
 * says GOAWAY when a further one is on its way already, and processes neither that one nor any that follows (section
 * 6.8). It need not understand a request's headers: all are starts. Used by one thread.
 */
final class GoawayConnection {
    private static final int PREFACE_BYTES = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    /** The eighth entry of the static table, as the whole header block. */
    private static final byte[] STATUS_200 = {(byte) 0x88};

    private final GoawayServer server;
    private final Socket client;
    private final DataInputStream in;
    private final DataOutputStream out;
    private final int mostRequests;
    private int requests;
    private int last;
    private boolean ended;

    GoawayConnection(GoawayServer server, Socket client, int mostRequests) throws IOException {
        this.server = server;
        this.client = client;
        this.in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
        this.out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
        this.mostRequests = mostRequests;
    }

    void serve() throws IOException {
        try (client) {
            in.readFully(new byte[PREFACE_BYTES]);
            write(SETTINGS, 0, 0, new byte[0]);
            for (int high = in.read(); high >= 0; high = in.read()) {
                int length = high << 16 | in.readUnsignedShort();
                int type = in.readUnsignedByte();
                int flags = in.readUnsignedByte();
                int stream = in.readInt();
                serve(type, flags, stream, in.readNBytes(length));
            }
        }
    }

    private void serve(int type, int flags, int stream, byte[] payload) throws IOException {
        if ((type == SETTINGS || type == PING) && (flags & ACK) == 0) {
            write(type, ACK, 0, type == PING ? payload : new byte[0]);
        }
        if (type == HEADERS) {
            arrive(stream);
        }
        boolean isWhole = (type == HEADERS || type == DATA) && (flags & END_STREAM) != 0;
        if (isWhole && stream <= last) {
            answer(stream);
        }
    }

    private void arrive(int stream) throws IOException {
        if (requests < mostRequests) {
            requests++;
            last = stream;
            return;
        }
        server.refuse();
        if (!ended) {
            ended = true;
            server.end();
            write(
                    GOAWAY,
                    0,
                    0,
                    ByteBuffer.allocate(2 * Integer.BYTES).putInt(last).array());
        }
    }

    private void answer(int stream) throws IOException {
        String job = "{\"job_id\":" + server.process() + "}";
        write(HEADERS, END_HEADERS, stream, STATUS_200);
        write(DATA, END_STREAM, stream, job.getBytes(StandardCharsets.US_ASCII));
    }

    private void write(int type, int flags, int stream, byte[] payload) throws IOException {
        out.writeByte(payload.length >>> 16);
        out.writeShort(payload.length);
        out.writeByte(type);
        out.writeByte(flags);
        out.writeInt(stream);
        out.write(payload);
        out.flush();
    }
}
