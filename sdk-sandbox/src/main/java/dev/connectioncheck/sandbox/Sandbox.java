package dev.connectioncheck.sandbox;

import java.time.InstantSource;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import javax.net.ssl.SSLContext;

/**
 * Runs stand-ins for AI Squared, Unstructured, Datafold and Artie in process, for tests and for trying the SDK without
 * an account.
 *
 * <p>Each vendor has its own origin on the loopback interface and starts when its address is first asked for. They
 * follow what is known of the real servers: paths, the order of the gates before a check, headers, status codes,
 * bodies, and states over time. Thread-safe. Close it to end everything: open connections, hanging answers and threads.
 *
 * <pre>{@code
 * try (Sandbox sandbox = Sandbox.start()) {
 *     long good = sandbox.datafold().dataSource(Behavior.passes().after(Duration.ofSeconds(2)));
 *     long bad = sandbox.datafold().dataSource(Behavior.fails("password authentication failed"));
 *     // talk to sandbox.datafold().baseUrl() with sandbox.datafold().apiKey()
 * }
 * }</pre>
 */
public final class Sandbox implements AutoCloseable {
    private final SandboxTime time;
    private final SquaredSandbox squared;
    private final UnstructuredSandbox unstructured;
    private final DatafoldSandbox datafold;
    private final ArtieSandbox artie;

    private Sandbox(Builder builder) {
        time = new SandboxTime(builder.time);
        Hosting hosting = new Hosting(time, builder.tls, builder.http2);
        squared = new SquaredSandbox(hosting);
        unstructured = new UnstructuredSandbox(hosting);
        datafold = new DatafoldSandbox(hosting);
        artie = new ArtieSandbox(hosting);
    }

    /**
     * Starts a sandbox on system time, without TLS.
     *
     * @return the running sandbox
     */
    public static Sandbox start() {
        return builder().build();
    }

    /**
     * Prepares a sandbox with other settings.
     *
     * @return a builder with the defaults
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Gives the stand-in for AI Squared.
     *
     * @return always the same one
     */
    public SquaredSandbox squared() {
        return squared;
    }

    /**
     * Gives the stand-in for Unstructured.
     *
     * @return always the same one
     */
    public UnstructuredSandbox unstructured() {
        return unstructured;
    }

    /**
     * Gives the stand-in for Datafold.
     *
     * @return always the same one
     */
    public DatafoldSandbox datafold() {
        return datafold;
    }

    /**
     * Gives the stand-in for Artie.
     *
     * @return always the same one
     */
    public ArtieSandbox artie() {
        return artie;
    }

    /**
     * Lists the requests that all four received, ordered by time.
     *
     * @return a copy
     */
    public List<SandboxRequest> requests() {
        return vendors()
                .flatMap(vendor -> vendor.requests().stream())
                .sorted(Comparator.comparing(SandboxRequest::receivedAt))
                .toList();
    }

    /** Forgets the requests received so far, of all vendors. */
    public void clearRequests() {
        vendors().forEach(VendorSandbox::clearRequests);
    }

    /** Ends everything, hanging answers included; closing twice does nothing. */
    @Override
    public void close() {
        time.end();
        vendors().forEach(VendorSandbox::closeServer);
    }

    private Stream<VendorSandbox> vendors() {
        return Stream.of(squared, unstructured, datafold, artie);
    }

    /** Sets up a sandbox; not thread-safe. */
    public static final class Builder {
        private InstantSource time = InstantSource.system();
        private Optional<SSLContext> tls = Optional.empty();
        private boolean http2;

        private Builder() {}

        /**
         * Sets the time by which checks proceed, so that tests need not wait.
         *
         * @param source default: the system's time. It may stand still until a test moves it on
         * @return this builder
         */
        public Builder time(InstantSource source) {
            time = Objects.requireNonNull(source, "source");
            return this;
        }

        /**
         * Serves https instead of http, under the host name {@code localhost}.
         *
         * @param context holds the server's certificate and key; default: no TLS
         * @return this builder
         */
        public Builder tls(SSLContext context) {
            tls = Optional.of(context);
            return this;
        }

        /**
         * Speaks HTTP/2; default: HTTP/1.1 alone.
         *
         * <p>With {@link #tls} both are offered, and the client chooses. Without it HTTP/2 is spoken from the first
         * byte, which a client must know beforehand ({@code Protocol.H2_PRIOR_KNOWLEDGE} of OkHttp).
         * {@link Faults#http2} lists the faults that this is for; those of {@link Faults#wire} write HTTP/1.1.
         *
         * @return this builder
         */
        public Builder http2() {
            http2 = true;
            return this;
        }

        /**
         * Starts the sandbox.
         *
         * @return the running sandbox
         */
        public Sandbox build() {
            return new Sandbox(this);
        }
    }
}
