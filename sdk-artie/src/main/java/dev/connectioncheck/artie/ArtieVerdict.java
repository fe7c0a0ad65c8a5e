package dev.connectioncheck.artie;

import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.Progress;
import java.util.Optional;

/**
 * Reads Artie's answer to a ping: 204 is success, and 200 with a text in {@code error} is failure
 * (artie-labs/artie-mcp; artie-labs/artie-api-spec v1.0.76 says so of the sibling operations). An object that says
 * anything else may come from whatever stands before Artie, and is no verdict.
 */
final class ArtieVerdict {
    private static final int NO_CONTENT = 204;

    private ArtieVerdict() {}

    private static String unknown(RouterConnectorPingResponse body) {
        return "Artie answered with fields that the SDK does not know ("
                + String.join(", ", body.additionalProperties().keySet())
                + "): that is neither its yes nor its no. Check the base URL and what stands between.";
    }

    static Progress read(ApiResponse<RouterConnectorPingResponse> answer) {
        if (answer.status() == NO_CONTENT) {
            return Progress.passed();
        }
        if (answer.body().isEmpty()) {
            return Progress.inconclusive("Artie answered " + answer.status()
                    + " without a body, which it does neither for a working nor for a broken connection.");
        }
        RouterConnectorPingResponse body = answer.body().get();
        Optional<String> error = body.error().filter(text -> !text.isEmpty());
        if (error.isPresent()) {
            return Progress.failed(error.map(String::strip));
        }
        // The vendor's own clients take a missing or empty error as success.
        return body.additionalProperties().isEmpty() ? Progress.passed() : Progress.inconclusive(unknown(body));
    }
}
