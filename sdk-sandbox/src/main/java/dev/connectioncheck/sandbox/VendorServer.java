package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import org.jspecify.annotations.Nullable;

/**
 * One origin on the loopback interface; it starts when its address is first asked for.
 *
 * <p>Used by all threads; its own lock guards that it starts once.
 */
final class VendorServer implements AutoCloseable {
    private final Hosting hosting;
    private final Responder responder;
    private final Connections connections = new Connections();
    private @Nullable MockWebServer server;
    private boolean closed;

    VendorServer(Hosting hosting, Responder responder) {
        this.hosting = hosting;
        this.responder = responder;
    }

    synchronized String baseUrl() {
        if (closed) {
            throw new IllegalStateException("The sandbox is closed.");
        }
        MockWebServer started = server == null ? start() : server;
        server = started;
        // Certificates are made for names; without TLS an address spares clients the choice between IPv4 and IPv6.
        String origin = hosting.tls().isPresent() ? "https://localhost:" : "http://127.0.0.1:";
        return origin + started.getPort();
    }

    @Override
    public synchronized void close() {
        closed = true;
        if (server != null) {
            server.close();
        }
    }

    private MockWebServer start() {
        MockWebServer fresh = new MockWebServer();
        fresh.setServerSocketFactory(connections);
        fresh.setProtocolNegotiationEnabled(hosting.negotiates());
        fresh.setProtocols(hosting.protocols());
        hosting.tls().ifPresent(context -> fresh.useHttps(connections.encrypting(context.getSocketFactory())));
        fresh.setDispatcher(new Answering(fresh));
        try {
            fresh.start(InetAddress.getByAddress("localhost", new byte[] {127, 0, 0, 1}), 0);
        } catch (IOException e) {
            throw new UncheckedIOException("The sandbox can't listen on the loopback interface", e);
        }
        return fresh;
    }

    @FunctionalInterface
    interface Responder {
        MockResponse respond(Exchange exchange) throws InterruptedException;
    }

    private final class Answering extends Dispatcher {
        private final MockWebServer asked;

        Answering(MockWebServer asked) {
            this.asked = asked;
        }

        @Override
        public MockResponse dispatch(RecordedRequest request) throws InterruptedException {
            // The server keeps every request until somebody takes it; we keep our own record.
            asked.takeRequest();
            Connections.Accepted connection = connections.get(request.getConnectionIndex());
            if (connection.line().isDoomed()) {
                connection.line().die();
            }
            return responder.respond(
                    new Exchange(request, connection, hosting.time().now()));
        }
    }
}
