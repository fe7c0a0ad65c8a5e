package dev.connectioncheck.examples.acme;

import dev.connectioncheck.model.Models;
import dev.connectioncheck.spi.Progress;
import java.util.Objects;
import java.util.Optional;

// tag::verdict
/** Reads Acme's answers: a pure function, tested as a table. Only {@code ok} is success. */
final class AcmeVerdict {
    private AcmeVerdict() {}

    static Progress read(AcmeProbe probe) {
        String state = Models.required(probe.state(), "Probe", "state");
        return switch (state) {
            case "ok" -> Progress.passed();
            case "broken" -> Progress.failed(Optional.ofNullable(probe.why()));
            case "lost" ->
                Progress.inconclusive("Acme lost the probe: " + Objects.requireNonNullElse(probe.why(), "no reason"));
            default -> Progress.running(Models.required(probe.probe(), "Probe", "probe"), state);
        };
    }
}
// end::verdict
