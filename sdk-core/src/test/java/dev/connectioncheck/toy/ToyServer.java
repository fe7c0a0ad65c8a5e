package dev.connectioncheck.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.Proxy;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import mockwebserver3.Dispatcher;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;
import okhttp3.Protocol;

/** The toy vendor behind a real socket. */
public final class ToyServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final MockWebServer server;

    public ToyServer() {
        this(new MockWebServer());
    }

    private ToyServer(MockWebServer server) {
        this.server = server;
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Makes a server that speaks HTTP/2 without TLS, to a client that knows. */
    public static ToyServer http2() {
        MockWebServer server = new MockWebServer();
        server.setProtocols(List.of(Protocol.H2_PRIOR_KNOWLEDGE));
        return new ToyServer(server);
    }

    public ToyServer says(int status, String body) {
        return says(new MockResponse.Builder().code(status).body(body).build());
    }

    public ToyServer says(MockResponse response) {
        server.enqueue(response);
        return this;
    }

    /** Takes the next request and never answers it. */
    public ToyServer staysSilent() {
        return says(new MockResponse.Builder()
                .onResponseStart(SocketEffect.Stall.INSTANCE)
                .build());
    }

    /** Lets something else decide about answers. */
    public ToyServer answersBy(Dispatcher dispatcher) {
        server.setDispatcher(dispatcher);
        return this;
    }

    /** Where it is if it stands in for a proxy. */
    public Proxy asProxy() {
        return server.getProxyAddress();
    }

    public int port() {
        return server.getPort();
    }

    public String url() {
        return server.url("/").toString();
    }

    public ToyClient client() {
        return builder().build();
    }

    public ToyClient.Builder builder() {
        return ToyClient.builder().withKey().baseUrl(url());
    }

    /** Waits until a request has come. */
    public RecordedRequest take() {
        try {
            RecordedRequest request = server.takeRequest(PATIENCE_SECONDS, TimeUnit.SECONDS);
            if (request == null) {
                throw new AssertionError("No request came.");
            }
            return request;
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    public int requests() {
        return server.getRequestCount();
    }

    public static Duration patience() {
        return Duration.ofSeconds(PATIENCE_SECONDS);
    }

    @Override
    public void close() {
        server.close();
    }
}
