package dev.connectioncheck.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/** Answers what the vendors would on loopback, at as little cost as it can. */
public final class VendorServer {
    private static final int BACKLOG = 1_000;

    private VendorServer() {}

    /**
     * Serves in a process of its own, so that neither its work nor its garbage is in a figure; prints the port first,
     * and ends with the process that started it.
     *
     * @param args none
     * @throws IOException if there is no port to listen on
     */
    public static void main(String[] args) throws IOException {
        System.out.println(start());
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end, and lets go of it by ending.
        }
    }

    /**
     * Serves on daemon threads of this process.
     *
     * @return the port
     * @throws IOException if there is none to listen on
     */
    public static int start() throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(socket), "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        return socket.getLocalPort();
    }

    private static void accept(ServerSocket socket) {
        Jobs jobs = new Jobs();
        while (true) {
            try {
                Socket accepted = socket.accept();
                accepted.setTcpNoDelay(true);
                Thread thread = new Thread(new Connection(accepted, jobs), "connection");
                thread.setDaemon(true);
                thread.start();
            } catch (IOException e) {
                return;
            }
        }
    }
}
