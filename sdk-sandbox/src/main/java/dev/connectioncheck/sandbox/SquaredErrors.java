package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The shapes in which Squared's server says no (server code of Multiwoven 0.124.0, observed). */
final class SquaredErrors {
    private SquaredErrors() {}

    /** Shape A: the body breaks the contract; {@code errors} is an object. */
    static Answer contract(Map<String, ?> errors) {
        return Answer.json(400, Map.of("errors", errors));
    }

    /** Shape B: anything raised on the way, the missing workspace included; {@code errors} is an array. */
    static Answer badRequest(String message) {
        return one(Json.object(
                "status",
                400,
                "title",
                "Bad Request",
                "detail",
                "There was a problem with the request format: " + message,
                "source",
                Map.of("pointer", "/request/payload")));
    }

    static Answer error(int status, String detail) {
        return Answer.json(
                status, Map.of("errors", List.of(Json.object("status", status, "title", "Error", "detail", detail))));
    }

    static Answer unprocessable(String detail, String attribute, String message) {
        return Answer.json(
                422,
                Map.of(
                        "errors",
                        List.of(Json.object(
                                "status",
                                422,
                                "title",
                                "Error",
                                "detail",
                                detail,
                                "source",
                                Map.of(attribute, message)))));
    }

    /** Shape C: Rails itself answers; without {@code Accept: application/json} there is no body at all. */
    static Answer rails(int status, Exchange exchange) {
        if (!exchange.accepts(Answer.JSON)) {
            return Answer.text(status, "text/html; charset=utf-8", "");
        }
        String reason = status == 404 ? "Not Found" : "Bad Request";
        return Answer.json(status, Json.object("status", status, "error", reason));
    }

    /** Reads the body as Rails does, before any gate: JSON under another content type counts as no fields at all. */
    static JsonNode wellFormed(Exchange exchange) {
        boolean json = exchange.header("Content-Type")
                .filter(type -> type.startsWith(Answer.JSON))
                .isPresent();
        if (!json || exchange.bodyText().isBlank()) {
            return JsonNodeFactory.instance.objectNode();
        }
        Optional<JsonNode> body = exchange.json();
        return body.orElseThrow(() -> new Refusal(rails(400, exchange)));
    }

    private static Answer one(Map<String, ?> error) {
        return Answer.json(400, Map.of("errors", List.of(error)));
    }
}
