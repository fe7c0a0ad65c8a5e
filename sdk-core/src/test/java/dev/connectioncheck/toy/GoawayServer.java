package dev.connectioncheck.toy;

import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Speaks as much HTTP/2 as it takes to end a connection in the middle of its requests (RFC 9113, section 6.8): it
 * processes so many, says GOAWAY when a further one is on its way already, and does not process that one. A server in
 * front of a vendor does so every thousand requests (nginx), or when it restarts.
 */
public final class GoawayServer implements AutoCloseable {
    private static final byte[] ANSWER = "{\"id\": \"c1\", \"status\": \"works\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] STATUS_200 = {(byte) 0x88};
    private static final int PREFACE_BYTES = 24;
    private static final int DATA = 0;
    private static final int HEADERS = 1;
    private static final int SETTINGS = 4;
    private static final int PING = 6;
    private static final int GOAWAY = 7;
    private static final int ACK = 1;
    private static final int END_STREAM = 1;
    private static final int END_HEADERS = 4;

    /** How long a connection waits for a further request before it says GOAWAY all the same. */
    private static final int PATIENCE_MILLIS = 500;

    private final ServerSocket socket;
    private final int requestsOfAConnection;
    private final List<String> processed = new ArrayList<>();
    private final AtomicInteger refused = new AtomicInteger();

    public GoawayServer(int requestsOfAConnection) throws IOException {
        this.socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
        this.requestsOfAConnection = requestsOfAConnection;
        begin(() -> {
            while (!socket.isClosed()) {
                Socket client = socket.accept();
                begin(new Connection(client)::serve);
            }
        });
    }

    public String url() {
        return "http://localhost:" + socket.getLocalPort();
    }

    /** The bodies of the requests that were processed. */
    public List<String> processed() {
        synchronized (processed) {
            return List.copyOf(processed);
        }
    }

    /** How many requests were on their way when a connection ended. */
    public int refused() {
        return refused.get();
    }

    private static void begin(Work work) {
        Thread thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                // The other side has gone.
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }

    private interface Work {
        void run() throws IOException;
    }

    private final class Connection {
        private final Socket client;
        private final DataInputStream in;
        private final DataOutputStream out;
        private int requests;
        private int answers;
        private int last;
        private boolean ending;

        Connection(Socket client) throws IOException {
            this.client = client;
            this.in = new DataInputStream(new BufferedInputStream(client.getInputStream()));
            this.out = new DataOutputStream(new BufferedOutputStream(client.getOutputStream()));
        }

        void serve() throws IOException {
            in.readFully(new byte[PREFACE_BYTES]);
            write(SETTINGS, 0, 0, new byte[0]);
            try (client) {
                while (!ending || answers < requests) {
                    serveFrame();
                }
                drain();
            }
        }

        private void serveFrame() throws IOException {
            client.setSoTimeout(requests < requestsOfAConnection || ending ? 0 : PATIENCE_MILLIS);
            int length;
            try {
                length = in.read() << 16;
            } catch (SocketTimeoutException nothingMore) {
                sayGoaway();
                return;
            }
            if (length < 0) {
                throw new IOException("closed");
            }
            length |= in.readUnsignedShort();
            serveFrame(in.readUnsignedByte(), in.readUnsignedByte(), in.readInt(), in.readNBytes(length));
        }

        private void serveFrame(int type, int flags, int stream, byte[] payload) throws IOException {
            if (type == SETTINGS && (flags & ACK) == 0) {
                write(SETTINGS, ACK, 0, new byte[0]);
            } else if (type == PING && (flags & ACK) == 0) {
                write(PING, ACK, 0, payload);
            } else if (type == HEADERS && requests == requestsOfAConnection) {
                refused.incrementAndGet();
                sayGoaway();
            } else if (type == HEADERS) {
                requests++;
                last = stream;
            } else if (type == DATA && (flags & END_STREAM) != 0 && stream <= last) {
                process(stream, payload);
            }
        }

        private void process(int stream, byte[] body) throws IOException {
            synchronized (processed) {
                processed.add(new String(body, StandardCharsets.UTF_8));
            }
            write(HEADERS, END_HEADERS, stream, STATUS_200);
            write(DATA, END_STREAM, stream, ANSWER);
            answers++;
        }

        private void sayGoaway() throws IOException {
            if (ending) {
                return;
            }
            ending = true;
            byte[] payload = new byte[8];
            for (int i = 0; i < 4; i++) {
                payload[i] = (byte) (last >>> (24 - 8 * i));
            }
            write(GOAWAY, 0, 0, payload);
        }

        /** Reads what is on its way, as a server does that wants its last answers to arrive. */
        private void drain() throws IOException {
            client.setSoTimeout(0);
            in.transferTo(OutputStream.nullOutputStream());
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
}
