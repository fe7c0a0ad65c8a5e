package dev.connectioncheck.artie;

import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;

/**
 * Reads Artie's answer to a ping: 204 is success, and 200 with a text in {@code error} is failure
 * (artie-labs/artie-mcp; artie-labs/artie-api-spec v1.0.76 says so of the sibling operations).
 */
final class ArtieVerdict {
    private static final int NO_CONTENT = 204;

    private ArtieVerdict() {}

    static Progress read(ApiResponse<RouterConnectorPingResponse> answer) {
        if (answer.status() == NO_CONTENT) {
            return Progress.passed();
        }
        if (answer.body().isEmpty()) {
            return Progress.inconclusive("Artie answered " + answer.status()
                    + " without a body, which it does neither for a working nor for a broken connection.");
        }
        // The vendor's own clients take a missing or empty error as success.
        Optional<String> error = answer.body().get().error().filter(text -> !text.isEmpty());
        return error.isPresent() ? Progress.failed(error.map(String::strip)) : Progress.passed();
    }
}
