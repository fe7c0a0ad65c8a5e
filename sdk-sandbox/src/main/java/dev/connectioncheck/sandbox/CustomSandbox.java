package dev.connectioncheck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;

/**
 * Stands in for a vendor that the sandbox does not know, as its module describes it: so a vendor module of another
 * repository gets every {@link Fault} and {@link Behavior} for its own tests.
 *
 * <p>Thread-safe once its operations are described. Close it to end everything.
 */
public final class CustomSandbox extends VendorSandbox implements AutoCloseable {
    private final String credentialHeader;
    private final String credentialPrefix;
    private final List<Operation> operations = new ArrayList<>();
    private final Map<String, Kept> connections = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Map<Pattern, Listing> lists = new LinkedHashMap<>();

    private CustomSandbox(Hosting hosting, String credentialHeader, String credentialPrefix) {
        super(hosting, "");
        this.credentialHeader = credentialHeader;
        this.credentialPrefix = credentialPrefix;
    }

    /**
     * Starts a stand-in without operations.
     *
     * @param time by which checks proceed
     * @param tls the server's certificate and key; empty for plain http
     * @param http2 whether it speaks HTTP/2, as {@link Sandbox.Builder#http2} says
     * @param credentialHeader the header that carries the key
     * @param credentialPrefix what stands before the key in it; may be empty text
     * @return the stand-in
     */
    public static CustomSandbox start(
            InstantSource time,
            Optional<SSLContext> tls,
            boolean http2,
            String credentialHeader,
            String credentialPrefix) {
        return new CustomSandbox(new Hosting(new SandboxTime(time), tls, http2), credentialHeader, credentialPrefix);
    }

    /**
     * Describes an operation.
     *
     * <p>If there is one of {@link Phase#POLL}, that of {@link Phase#START} is answered at once; else it is held until
     * the check has ended.
     *
     * @param phase its part in a check; the faults of this phase strike it
     * @param method its HTTP method
     * @param path a regular expression for the whole path; its first group is the id of the connection
     * @param status with which it is answered when nothing goes wrong
     * @param reply what it is answered then
     * @return this stand-in
     */
    public CustomSandbox operation(Phase phase, String method, String path, int status, Reply reply) {
        Objects.requireNonNull(reply, "reply");
        operations.add(new Operation(phase, method, Pattern.compile(path), status, reply));
        return this;
    }

    /**
     * Describes the request that lists connections, or one of several; the faults of {@link Phase#LIST} strike it.
     *
     * @param path a regular expression for the whole path of a GET
     * @param listing writes what it is answered when nothing goes wrong, with status 200
     * @return this stand-in
     */
    public CustomSandbox list(String path, Listing listing) {
        lists.put(Pattern.compile(path), Objects.requireNonNull(listing, "listing"));
        return this;
    }

    /**
     * Makes a connection.
     *
     * @param behavior how it answers
     * @return its id, in letters and digits
     */
    public String connection(Behavior behavior) {
        String id = randomHex(8);
        connections.put(id, new Kept(behavior));
        return id;
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        for (Operation operation : operations) {
            Matcher path = operation.path().matcher(exchange.path());
            if (exchange.is(operation.method()) && path.matches()) {
                authenticate(exchange);
                return answer(operation, path.group(1), exchange);
            }
        }
        for (Map.Entry<Pattern, Listing> list : lists.entrySet()) {
            if (exchange.is("GET") && list.getKey().matcher(exchange.path()).matches()) {
                authenticate(exchange);
                return reply(Phase.LIST, exchange, () -> listed(list.getValue(), exchange));
            }
        }
        return reply(error(404), exchange);
    }

    private MockResponse answer(Operation operation, String id, Exchange exchange) throws InterruptedException {
        Kept connection = connections.get(id);
        if (connection == null) {
            throw new Refusal(error(404));
        }
        return reply(connection, operation.phase(), exchange, () -> work(operation, id, connection, exchange));
    }

    private Answer work(Operation operation, String id, Kept connection, Exchange exchange)
            throws InterruptedException {
        if (operation.phase() == Phase.START) {
            connection.startedAt = time().now();
            if (isInline()) {
                hold(connection.behavior(), exchange.receivedAt());
            }
        }
        String json = operation.reply().json(id, connection.state(time().now()), connection.words());
        return Answer.text(operation.status(), Answer.JSON, json);
    }

    private Answer listed(Listing listing, Exchange exchange) {
        List<String> ids;
        synchronized (connections) {
            ids = List.copyOf(connections.keySet());
        }
        return Answer.text(200, Answer.JSON, listing.json(ids, exchange.queryParameters()));
    }

    private boolean isInline() {
        return operations.stream().noneMatch(operation -> operation.phase() == Phase.POLL);
    }

    private void authenticate(Exchange exchange) {
        if (!exchange.header(credentialHeader).orElse("").equals(credentialPrefix + apiKey())) {
            throw new Refusal(error(401));
        }
    }

    @Override
    Answer error(int status) {
        return Answer.json(status, Map.of("message", "Error " + status));
    }

    @Override
    public void close() {
        time().end();
        closeServer();
    }

    /** Says how far a check has come. */
    public enum State {
        /** It has not ended. */
        RUNNING,
        /** It found a working connection. */
        PASSED,
        /** It found a broken connection. */
        FAILED
    }

    /** Writes an answer of the vendor. */
    @FunctionalInterface
    public interface Reply {
        /**
         * Writes the body.
         *
         * @param id of the connection, which may serve as the id of its check too
         * @param state how far the check has come
         * @param message the reason of a failed check, ready to stand between quotation marks; else empty text
         * @return a JSON text
         */
        String json(String id, State state, String message);
    }

    /** Writes a list of the vendor's. */
    @FunctionalInterface
    public interface Listing {
        /**
         * Writes the body.
         *
         * @param ids of all connections, in the order in which they were made
         * @param query the parameters of the request, such as the number of a page
         * @return a JSON text
         */
        String json(List<String> ids, Map<String, String> query);
    }

    private record Operation(Phase phase, String method, Pattern path, int status, Reply reply) {}

    private static final class Kept extends Connection {
        private volatile Instant startedAt = Instant.EPOCH;

        Kept(Behavior behavior) {
            super(behavior);
        }

        State state(Instant now) {
            if (!behavior().endsWithin(Duration.between(startedAt, now))) {
                return State.RUNNING;
            }
            return behavior().ending() == Behavior.Ending.FAILS ? State.FAILED : State.PASSED;
        }

        String words() {
            String quoted = Json.write(behavior().message());
            return quoted.substring(1, quoted.length() - 1);
        }
    }
}
