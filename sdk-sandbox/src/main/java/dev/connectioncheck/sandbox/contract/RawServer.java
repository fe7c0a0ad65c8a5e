package dev.connectioncheck.sandbox.contract;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.locks.LockSupport;

/**
 * A server that knows no HTTP and is of no help.
 *
 * <p>One thread accepts and another closes; the list of sockets guards itself.
 */
final class RawServer implements AutoCloseable {
    private static final long LOOK_NANOS = 200_000;

    private final ServerSocket server;
    private final Manners manners;
    private final List<Socket> accepted = new CopyOnWriteArrayList<>();
    private int own;

    private RawServer(ServerSocket server, Manners manners) {
        this.server = server;
        this.manners = manners;
    }

    static RawServer start(Manners manners) {
        try {
            ServerSocket socket = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
            RawServer server = new RawServer(socket, manners);
            Thread thread = new Thread(server::accept, "raw server");
            thread.setDaemon(true);
            thread.start();
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Takes a port and does not listen on it, so that nobody else does either while a case relies on it. */
    static Socket refusing() {
        try {
            Socket socket = new Socket();
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0));
            return socket;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    int port() {
        return server.getLocalPort();
    }

    /**
     * Counts the connections that others made. Connections are accepted in their order, so that a last one of our own
     * tells when all of them are counted.
     */
    int connections() {
        try (Socket last = new Socket(server.getInetAddress(), port())) {
            while (accepted.stream().noneMatch(socket -> socket.getPort() == last.getLocalPort())) {
                LockSupport.parkNanos(LOOK_NANOS);
            }
            return accepted.size() - ++own;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket socket = server.accept();
                accepted.add(socket);
                manners.receive(socket);
            } catch (IOException e) {
                // Either this server was closed, or the client went first: both are what the faults are about.
            }
        }
    }

    @Override
    public void close() {
        closeQuietly(server);
        accepted.forEach(RawServer::closeQuietly);
    }

    static void closeQuietly(AutoCloseable resource) {
        try {
            resource.close();
        } catch (Exception e) {
            throw new IllegalStateException("A socket can't be closed", e);
        }
    }

    /** What is done with a connection that was accepted. */
    @FunctionalInterface
    interface Manners {
        void receive(Socket socket) throws IOException;

        /** Keeps it and neither reads nor writes. */
        static void silent(Socket socket) {}

        /** Hears the first byte and cuts the connection. */
        static void cutting(Socket socket) throws IOException {
            int heard = socket.getInputStream().read();
            socket.setSoLinger(heard >= 0, 0);
            socket.close();
        }
    }
}
