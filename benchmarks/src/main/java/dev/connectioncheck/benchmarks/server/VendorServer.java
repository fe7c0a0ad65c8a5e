package dev.connectioncheck.benchmarks.server;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;

/**
 * Answers what the vendors would on loopback, from a process of its own, so that neither its work nor its garbage is in
 * a figure. It ends with the process that started it.
 */
public final class VendorServer {
    private static final int BACKLOG = 1_000;

    private VendorServer() {}

    /**
     * Serves until standard input ends; prints the port first.
     *
     * @param args none
     * @throws IOException if there is no port to listen on
     */
    public static void main(String[] args) throws IOException {
        ServerSocket socket = new ServerSocket(0, BACKLOG, InetAddress.getLoopbackAddress());
        Thread acceptor = new Thread(() -> accept(socket), "accept");
        acceptor.setDaemon(true);
        acceptor.start();
        System.out.println(socket.getLocalPort());
        while (System.in.read() >= 0) {
            // Whoever started this holds the other end, and lets go of it by ending.
        }
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
