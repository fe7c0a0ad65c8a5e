package dev.connectioncheck.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.concurrent.atomic.LongAdder;

/** Answers what the vendors would on loopback, at as little cost as it can. */
public final class VendorServer {
    private static final int BACKLOG = 4_000;

    private final ServerSocket socket;
    private final LongAdder requests = new LongAdder();

    private VendorServer(ServerSocket socket) {
        this.socket = socket;
    }

    /**
     * Serves in a process of its own, so that neither its work nor its garbage is in a figure; prints the port first,
     * and ends with the process that started it.
     *
     * @param args the {@linkplain Manner manner}: how long it takes for an answer in ms, and the polls of a job
     * @throws IOException if there is no port to listen on
     */
    public static void main(String[] args) throws IOException {
        System.out.println(start(Manner.ofArgs(args)).port());
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end, and lets go of it by ending.
        }
    }

    /**
     * Serves on daemon threads of this process, in the {@linkplain Manner#USUAL usual manner}.
     *
     * @return the running server
     * @throws IOException if there is no port to listen on
     */
    public static VendorServer start() throws IOException {
        return start(Manner.USUAL);
    }

    /**
     * Serves on daemon threads of this process.
     *
     * @param manner how it behaves
     * @return the running server
     * @throws IOException if there is no port to listen on
     */
    public static VendorServer start(Manner manner) throws IOException {
        VendorServer server = new VendorServer(new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress()));
        Thread acceptor = new Thread(() -> server.accept(manner), "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        return server;
    }

    /**
     * Returns where it listens.
     *
     * @return the port
     */
    public int port() {
        return socket.getLocalPort();
    }

    /**
     * Returns where the vendors' APIs are.
     *
     * @return the base URL of each of them
     */
    public String url() {
        return "http://127.0.0.1:" + port();
    }

    /**
     * Returns how many requests came, those aside that asked for their number.
     *
     * @return the count since the start
     */
    public long requests() {
        return requests.sum();
    }

    private void accept(Manner manner) {
        Routes routes = new Routes(manner.polls());
        while (true) {
            try {
                Socket accepted = socket.accept();
                accepted.setTcpNoDelay(true);
                Thread thread =
                        new Thread(new Connection(accepted, routes, manner.answerMillis(), requests), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }
}
