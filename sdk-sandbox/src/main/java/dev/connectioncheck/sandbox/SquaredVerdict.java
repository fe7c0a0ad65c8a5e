package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Set;

/** What comes of a check that got as far as the connector. */
final class SquaredVerdict {
    /** Their clients rescue database errors only, so a broken specification crashes them (Multiwoven 0.124.0). */
    private static final Set<String> CRASHING = Set.of("Postgresql", "Redshift", "AISDataStore");

    private static final String AUTH_TYPE_LINE =
            "raise \"Unsupported Auth type\" unless connection_config[:credentials]";

    private SquaredVerdict() {}

    static Answer of(String name, JsonNode spec, Behavior behavior) {
        if (CRASHING.contains(name)) {
            refuseCredentials(spec.path("credentials"));
        }
        return behavior.ending() == Behavior.Ending.FAILS
                ? failed(behavior.message())
                : status(Json.object("status", "succeeded"));
    }

    static Answer unknownHost(JsonNode spec) {
        return failed("could not translate host name \"%s\" to address: Name or service not known\n"
                .formatted(spec.path("host").asText()));
    }

    private static Answer failed(String message) {
        return status(Json.object("status", "failed", "message", message));
    }

    private static Answer status(Map<String, ?> status) {
        return Answer.json(200, Json.object("type", "connection_status", "connection_status", status));
    }

    private static void refuseCredentials(JsonNode credentials) {
        if (credentials.isMissingNode() || credentials.isNull()) {
            throw crash("undefined method `[]' for nil:NilClass\n\n            " + AUTH_TYPE_LINE);
        }
        if (!credentials.isObject()) {
            throw crash("no implicit conversion of Symbol into Integer");
        }
        if (!credentials.path("auth_type").asText().equals("username/password")) {
            throw crash("Unsupported Auth type");
        }
    }

    private static Refusal crash(String message) {
        return new Refusal(SquaredErrors.badRequest(message));
    }
}
