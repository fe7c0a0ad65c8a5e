package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import javax.net.ServerSocketFactory;
import javax.net.ssl.SSLSocketFactory;

/**
 * Keeps the sockets that a server accepted, by the server's own numbering, because the server hands out none and some
 * faults need one.
 *
 * <p>Used by all threads of the server; map and counter guard themselves.
 */
final class Connections extends ServerSocketFactory {
    private final Map<Integer, Accepted> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Accepted get(int connection) {
        return Objects.requireNonNull(open.get(connection), "no such connection");
    }

    /** Puts the encrypted socket in the place of the bare one, so that faults speak through it too. */
    SSLSocketFactory encrypting(SSLSocketFactory factory) {
        return new TlsSockets(
                factory,
                (bare, encrypted) -> open.replaceAll((number, accepted) ->
                        accepted.line() == bare ? new Accepted(accepted.line(), encrypted) : accepted));
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                Line line = new Line();
                implAccept(line);
                // The server writes head and body apart; without this the body waits 40 ms for the head to be
                // acknowledged.
                line.setTcpNoDelay(true);
                open.values().removeIf(accepted -> accepted.line().isClosed());
                open.put(next.getAndIncrement(), new Accepted(line, line));
                return line;
            }
        };
    }

    @Override
    public ServerSocket createServerSocket(int port) throws IOException {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog) throws IOException {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    @Override
    public ServerSocket createServerSocket(int port, int backlog, InetAddress address) throws IOException {
        throw new UnsupportedOperationException("the server binds by itself");
    }

    /** A connection: the line itself, and what faults speak through, which encrypts if the server does. */
    record Accepted(Line line, Socket socket) {}
}
