package dev.connectioncheck.benchmarks.crowd;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * Starts Datafold's checks over HTTP/2, and ends each connection after some requests, as a server in front of a vendor
 * does (nginx, {@code keepalive_requests}) or one that restarts. Used by a thread for each connection: it shares
 * counters alone.
 */
final class GoawayServer implements AutoCloseable {
    private final ServerSocket socket;
    private final int requestsOfAConnection;
    private final AtomicInteger processed = new AtomicInteger();
    private final AtomicInteger ends = new AtomicInteger();
    private final AtomicInteger refused = new AtomicInteger();

    private GoawayServer(ServerSocket socket, int requestsOfAConnection) {
        this.socket = socket;
        this.requestsOfAConnection = requestsOfAConnection;
    }

    static GoawayServer start(int requestsOfAConnection) throws IOException {
        GoawayServer server =
                new GoawayServer(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), requestsOfAConnection);
        begin(server::accept);
        return server;
    }

    String url() {
        return "http://127.0.0.1:" + socket.getLocalPort();
    }

    /** How many requests were processed. */
    int processed() {
        return processed.get();
    }

    /** How many connections were ended. */
    int ends() {
        return ends.get();
    }

    /** How many requests were on their way when their connection was ended. */
    int refused() {
        return refused.get();
    }

    /** Processes a request; returns the number of its job. */
    int process() {
        return processed.incrementAndGet();
    }

    void end() {
        ends.incrementAndGet();
    }

    void refuse() {
        refused.incrementAndGet();
    }

    private void accept() throws IOException {
        while (!socket.isClosed()) {
            Socket client = socket.accept();
            client.setTcpNoDelay(true);
            begin(new GoawayConnection(this, client, requestsOfAConnection)::serve);
        }
    }

    private static void begin(Work work) {
        Thread thread = new Thread(
                () -> {
                    try {
                        work.run();
                    } catch (IOException e) {
                        // The other side has gone, or the server was closed.
                    }
                },
                "goaway server");
        thread.setDaemon(true);
        thread.start();
    }

    private interface Work {
        void run() throws IOException;
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
