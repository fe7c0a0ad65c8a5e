package dev.connectioncheck.sandbox;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;

/**
 * Stands in for one vendor: an origin to talk to, a key that it accepts, and a record of what it was asked.
 *
 * <p>Thread-safe. The server behind it starts when {@link #baseUrl} is first called.
 */
public abstract sealed class VendorSandbox
        permits SquaredSandbox, UnstructuredSandbox, DatafoldSandbox, ArtieSandbox, CustomSandbox {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SandboxTime time;
    private final VendorServer server;
    private final String keyPrefix;
    private final List<SandboxRequest> requests;
    private volatile String apiKey;

    VendorSandbox(SandboxTime time, Optional<SSLContext> tls, String keyPrefix) {
        this.time = time;
        this.server = new VendorServer(time, tls, this::respond);
        this.keyPrefix = keyPrefix;
        this.requests = Collections.synchronizedList(new ArrayList<>());
        this.apiKey = newKey();
    }

    /**
     * Tells where the stand-in listens.
     *
     * @return its origin, without a trailing slash, for example {@code http://127.0.0.1:40123}
     */
    public String baseUrl() {
        return server.baseUrl();
    }

    /**
     * Gives the key that the stand-in accepts now.
     *
     * @return a key in the vendor's form, random per sandbox
     */
    public String apiKey() {
        return apiKey;
    }

    /**
     * Makes the key invalid, as when a token expires, and accepts a new one from now on.
     *
     * @return the new key
     */
    public String rotateApiKey() {
        apiKey = newKey();
        return apiKey;
    }

    /**
     * Accepts a key of the caller's choice, and no other, from now on.
     *
     * @param key a text that a header may carry
     */
    public void useApiKey(String key) {
        apiKey = Objects.requireNonNull(key, "key");
    }

    /**
     * Lists the requests received, oldest first, refused and broken ones included.
     *
     * @return a copy
     */
    public List<SandboxRequest> requests() {
        return List.copyOf(requests);
    }

    /** Forgets the requests received so far; connections and their counts stay. */
    public void clearRequests() {
        requests.clear();
    }

    abstract MockResponse answer(Exchange exchange) throws InterruptedException;

    /** The body that the vendor sends along with a status, where known; in its usual shape, where not. */
    abstract Answer error(int status);

    /** Adds the headers that the vendor sends with everything. */
    Answer signed(Answer answer) {
        return answer;
    }

    final SandboxTime time() {
        return time;
    }

    final void closeServer() {
        server.close();
    }

    final MockResponse reply(Answer answer) {
        return signed(answer).toResponse().build();
    }

    /** Answers a request about a connection: as its behaviour has it for this phase, else by doing the work. */
    final MockResponse reply(Connection connection, Phase phase, Exchange exchange, Situation.Work work)
            throws InterruptedException {
        Optional<Fault> fault = connection.nextFault(phase);
        if (fault.isEmpty()) {
            return reply(work.run());
        }
        Situation situation = new Situation(() -> signed(work.run()), this::failure);
        return fault.get().respond(situation, exchange);
    }

    /** Holds an inline check as long as the behaviour says. */
    final void hold(Behavior behavior, Instant receivedAt) throws InterruptedException {
        if (behavior.ending() == Behavior.Ending.NEVER_ENDS) {
            time.awaitEnd();
        } else {
            time.awaitUntil(receivedAt.plus(behavior.after()));
        }
    }

    static String randomHex(int bytes) {
        byte[] random = new byte[bytes];
        RANDOM.nextBytes(random);
        return HexFormat.of().formatHex(random);
    }

    private MockResponse respond(Exchange exchange) throws InterruptedException {
        requests.add(exchange.toRecord());
        try {
            MockResponse response = answer(exchange);
            return time.ended() ? hangUp() : response;
        } catch (Refusal refusal) {
            return reply(refusal.answer());
        }
    }

    /** A check that closing the sandbox cut short has no verdict, so none may be sent. */
    private static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    private Answer failure(int status) {
        return signed(Gateway.error(status).orElseGet(() -> error(status)));
    }

    private String newKey() {
        return keyPrefix + randomHex(16);
    }
}
