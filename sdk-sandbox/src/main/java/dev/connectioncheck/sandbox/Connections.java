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
 */
final class Connections extends ServerSocketFactory {
    private final Map<Integer, Socket> open = new ConcurrentHashMap<>();
    private final AtomicInteger next = new AtomicInteger();

    Socket get(int connection) {
        return Objects.requireNonNull(open.get(connection), "no such connection");
    }

    /** Puts the encrypted socket in the place of the bare one, so that faults speak through it too. */
    SSLSocketFactory encrypting(SSLSocketFactory factory) {
        return new TlsSockets(
                factory, (bare, encrypted) -> open.replaceAll((number, socket) -> socket == bare ? encrypted : socket));
    }

    @Override
    public ServerSocket createServerSocket() throws IOException {
        return new ServerSocket() {
            @Override
            public Socket accept() throws IOException {
                return opened(super.accept());
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

    /** Without the delay that waits for more to send: the server writes headers and body apart, 40 ms on Linux. */
    private Socket opened(Socket socket) throws IOException {
        socket.setTcpNoDelay(true);
        open.values().removeIf(Socket::isClosed);
        open.put(next.getAndIncrement(), socket);
        return socket;
    }
}
