package dev.connectioncheck.toy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import mockwebserver3.MockResponse;
import mockwebserver3.MockWebServer;
import mockwebserver3.RecordedRequest;
import mockwebserver3.SocketEffect;

/** The toy vendor behind a real socket. */
public final class ToyServer implements AutoCloseable {
    private static final long PATIENCE_SECONDS = 20;

    private final MockWebServer server = new MockWebServer();

    public ToyServer() {
        try {
            server.start();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
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
