package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.Map;

/** The shapes in which Squared's server says no (server code of Multiwoven 0.124.0, observed). */
final class SquaredErrors {
    /** Rails' own answers write it in capitals, those of controllers don't. */
    static final String RAILS_OWN = "charset=UTF-8";

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

    /** Shape A's opposite: the request is fine, and the model is not; {@code source} says which attribute, and why. */
    static Answer unprocessable(String detail, Map<String, String> source) {
        return Answer.json(
                422,
                Map.of(
                        "errors",
                        List.of(Json.object("status", 422, "title", "Error", "detail", detail, "source", source))));
    }

    /** What {@code params.require} says of a body without a connector in it; {@code error} is a text. */
    static Answer missingConnector() {
        return Answer.json(
                422, Map.of("error", "param is missing or the value is empty: connector\nDid you mean?  controller"));
    }

    /** Shape C: Rails itself answers; without {@code Accept: application/json} there is no body at all. */
    static Answer rails(int status, Exchange exchange) {
        if (!exchange.accepts(Answer.JSON)) {
            return Answer.text(status, "text/html; " + RAILS_OWN, "");
        }
        return Answer.json(status, Json.object("status", status, "error", Reasons.of(status)))
                .contentType(Answer.JSON + "; " + RAILS_OWN);
    }

    /** What a person's key gets whose account is locked or not confirmed: the sign-in page, or what comes of it. */
    static Answer locked(Exchange exchange) {
        if (!exchange.accepts(Answer.JSON)) {
            return Answer.text(401, "text/html; charset=utf-8", "Your account is locked.");
        }
        return exchange.is("GET") || exchange.is("HEAD")
                ? rails(500, exchange)
                : Answer.text(302, "text/html; charset=utf-8", "")
                        .header("location", exchange.origin() + "/users/sign_in.json");
    }

    /** Tells a route of the real server that the sandbox does not play from one that does not exist. */
    static Answer notPlayed(String route) {
        return Answer.text(501, "text/plain; charset=utf-8", "The sandbox does not play " + route + ".");
    }

    private static Answer one(Map<String, ?> error) {
        return Answer.json(400, Map.of("errors", List.of(error)));
    }
}
