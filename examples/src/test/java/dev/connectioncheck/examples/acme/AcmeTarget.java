package dev.connectioncheck.examples.acme;

import dev.connectioncheck.spi.VendorTarget;
import java.util.Optional;

// tag::target
/** Names a saved pipe that Acme is to check. Immutable. */
public final class AcmeTarget extends VendorTarget<AcmeTarget> {
    static final String VENDOR = "acme";

    private final String pipe;

    private AcmeTarget(String pipe, Label label) {
        super(label);
        this.pipe = pipe;
    }

    public static AcmeTarget pipe(String pipe) {
        if (pipe == null || pipe.isBlank()) {
            throw new IllegalArgumentException("The pipe's name must not be null or blank.");
        }
        return new AcmeTarget(pipe, Label.none());
    }

    String pipe() {
        return pipe;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String kind() {
        return "pipe";
    }

    @Override
    public Optional<String> id() {
        return Optional.of(pipe);
    }

    @Override
    protected AcmeTarget withLabel(Label label) {
        return new AcmeTarget(pipe, label);
    }

    @Override
    protected Object identity() {
        return pipe;
    }
}
// end::target
