package dev.connectioncheck.examples.globex;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.TransportException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;

// tag::verdict
/** Reads what the driver answers or throws. Only VALID is success. */
final class GlobexVerdict {
    private static final String OPERATION = "verify";

    private GlobexVerdict() {}

    static Progress read(GlobexDriver.Answer answer) {
        return switch (answer.word()) {
            case "VALID" -> Progress.passed();
            case "INVALID" -> Progress.failed(Optional.of(answer.reason()));
            default -> Progress.inconclusive("Globex' driver answered with a word that is not known.");
        };
    }

    /** The driver's own words may quote what it was given, so the messages are ours. */
    static ConnectionCheckException explain(GlobexDriver.DriverException thrown) {
        return switch (thrown.code()) {
            case "28000" ->
                new AuthenticationException(failure("Globex does not know the key; check it.", false), null);
            case "08001" -> new TransportException(failure("Globex can't be reached; check its address.", true), null);
            default ->
                new UnexpectedResponseException(
                        failure("Globex' driver gave up with the code " + thrown.code() + ".", false), null);
        };
    }

    private static Failure failure(String message, boolean retryable) {
        return Failure.builder(GlobexTarget.VENDOR, OPERATION, message)
                .retryable(retryable)
                .build();
    }
}
// end::verdict
