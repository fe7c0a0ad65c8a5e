package dev.connectioncheck.examples.acme;

import dev.connectioncheck.CheckTarget;

// tag::target
/** Names a saved pipe that Acme is to check. */
public record AcmeTarget(String pipe) implements CheckTarget {
    static final String VENDOR = "acme";

    public AcmeTarget {
        if (pipe == null || pipe.isBlank()) {
            throw new IllegalArgumentException("The pipe's name must not be null or blank.");
        }
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String toString() {
        return "pipe " + pipe;
    }
}
// end::target
