package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.util.function.BiConsumer;
import javax.net.ssl.SSLSocketFactory;

/** Tells which encrypted socket was laid over which bare one. */
final class TlsSockets extends SSLSocketFactory {
    private final SSLSocketFactory factory;
    private final BiConsumer<Socket, Socket> laidOver;

    TlsSockets(SSLSocketFactory factory, BiConsumer<Socket, Socket> laidOver) {
        this.factory = factory;
        this.laidOver = laidOver;
    }

    @Override
    public Socket createSocket(Socket bare, String host, int port, boolean autoClose) throws IOException {
        Socket encrypted = factory.createSocket(bare, host, port, autoClose);
        laidOver.accept(bare, encrypted);
        return encrypted;
    }

    @Override
    public String[] getDefaultCipherSuites() {
        return factory.getDefaultCipherSuites();
    }

    @Override
    public String[] getSupportedCipherSuites() {
        return factory.getSupportedCipherSuites();
    }

    @Override
    public Socket createSocket(String host, int port) {
        throw new UnsupportedOperationException("servers lay TLS over sockets they accepted");
    }

    @Override
    public Socket createSocket(String host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("servers lay TLS over sockets they accepted");
    }

    @Override
    public Socket createSocket(InetAddress host, int port) {
        throw new UnsupportedOperationException("servers lay TLS over sockets they accepted");
    }

    @Override
    public Socket createSocket(InetAddress host, int port, InetAddress local, int localPort) {
        throw new UnsupportedOperationException("servers lay TLS over sockets they accepted");
    }
}
