package dev.connectioncheck.sandbox;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.IntFunction;
import mockwebserver3.MockResponse;
import mockwebserver3.SocketEffect;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for one vendor: an origin to talk to, a key that it accepts, and a record of what it was asked.
 *
 * <p>What goes wrong may belong to one connection ({@link Behavior}) or to the vendor ({@link #at}, {@link #outage});
 * the vendor's own faults come first. Thread-safe. The server behind it starts when {@link #baseUrl} is first called.
 */
public abstract sealed class VendorSandbox
        permits SquaredSandbox, UnstructuredSandbox, DatafoldSandbox, ArtieSandbox, CustomSandbox {
    private static final SecureRandom RANDOM = new SecureRandom();

    private final SandboxTime time;
    private final VendorServer server;
    private final String keyPrefix;
    private final List<SandboxRequest> requests;
    private final Strikes strikes = new Strikes(List.of());
    private volatile @Nullable Outage outage;
    private volatile String apiKey;

    VendorSandbox(Hosting hosting, String keyPrefix) {
        this.time = hosting.time();
        this.server = new VendorServer(hosting, this::respond);
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
     * Answers every request of a phase with a fault, whichever connection it is about.
     *
     * <p>Requests that the vendor refuses anyway, for a wrong key for example, are refused, and not counted.
     *
     * @param phase which requests
     * @param fault what goes wrong
     */
    public void at(Phase phase, Fault fault) {
        Objects.requireNonNull(fault, "fault");
        at(phase, number -> Optional.of(fault));
    }

    /**
     * Answers the next requests of a phase with a fault and the others as usual.
     *
     * @param phase which requests
     * @param fault what goes wrong
     * @param times how many requests it strikes, not counting those that an earlier fault of this phase struck
     */
    public void at(Phase phase, Fault fault, int times) {
        Objects.requireNonNull(fault, "fault");
        at(phase, number -> number <= times ? Optional.of(fault) : Optional.empty());
    }

    /**
     * Decides for each request of a phase what goes wrong with it.
     *
     * @param phase which requests
     * @param script gets the number of the request, from 1, and gives a fault, or empty for a normal answer; may be
     *     called by several threads. Several scripts take turns, as those of {@link Behavior#at(Phase, IntFunction)} do
     */
    public void at(Phase phase, IntFunction<Optional<Fault>> script) {
        strikes.add(new Behavior.Strike(phase, script));
    }

    /**
     * Answers everything with a fault for some time, and does nothing of what is asked for, as when the vendor is down.
     *
     * @param fault what every request gets, for example {@code Fault.status(503)}
     * @param length from now, by the sandbox's time source; not negative
     * @throws IllegalArgumentException if the length is negative
     */
    public void outage(Fault fault, Duration length) {
        if (length.isNegative()) {
            throw new IllegalArgumentException("an outage can't end before it begins: " + length);
        }
        outage = new Outage(Objects.requireNonNull(fault, "fault"), time.now().plus(length));
    }

    /** Ends what {@link #at} and {@link #outage} began; the faults of the connections stay. */
    public void clearFaults() {
        strikes.clear();
        outage = null;
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
    Answer signed(Answer answer, Exchange exchange) {
        return answer;
    }

    final SandboxTime time() {
        return time;
    }

    final void closeServer() {
        server.close();
    }

    final MockResponse reply(Answer answer, Exchange exchange) {
        return signed(answer, exchange).toResponse().build();
    }

    /** Answers a request about no connection in particular. */
    final MockResponse reply(Phase phase, Exchange exchange, Situation.Work work) throws InterruptedException {
        return reply(strikes.next(phase), exchange, work);
    }

    /** Answers a request about a connection: as the faults of this phase have it, else by doing the work. */
    final MockResponse reply(Connection connection, Phase phase, Exchange exchange, Situation.Work work)
            throws InterruptedException {
        return reply(strikes.next(phase).or(() -> connection.nextFault(phase)), exchange, work);
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
        MockResponse response = answerOrRefuse(exchange);
        return time.ended() ? hangUp() : exchange.is("HEAD") ? withoutBody(response) : response;
    }

    private MockResponse answerOrRefuse(Exchange exchange) throws InterruptedException {
        try {
            Outage now = outage;
            return now != null && time.now().isBefore(now.until())
                    ? now.fault()
                            .respond(new Situation(() -> failure(503, exchange), s -> failure(s, exchange)), exchange)
                    : answer(exchange);
        } catch (Refusal refusal) {
            return reply(refusal.answer(), exchange);
        }
    }

    private MockResponse reply(Optional<Fault> fault, Exchange exchange, Situation.Work work)
            throws InterruptedException {
        if (fault.isEmpty()) {
            return reply(work.run(), exchange);
        }
        Situation situation = new Situation(() -> signed(work.run(), exchange), status -> failure(status, exchange));
        return fault.get().respond(situation, exchange);
    }

    private Answer failure(int status, Exchange exchange) {
        return signed(Gateway.error(status).orElseGet(() -> error(status)), exchange);
    }

    /** A check that closing the sandbox cut short has no verdict, so none may be sent. */
    private static MockResponse hangUp() {
        return new MockResponse.Builder()
                .onResponseStart(new SocketEffect.CloseSocket())
                .build();
    }

    /** HEAD is told how long the body would be, and gets none. */
    private static MockResponse withoutBody(MockResponse response) {
        return new MockResponse.Builder()
                .status(response.getStatus())
                .headers(response.getHeaders())
                .build();
    }

    private String newKey() {
        return keyPrefix + randomHex(16);
    }

    private record Outage(Fault fault, Instant until) {}
}
