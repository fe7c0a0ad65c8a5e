package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What comes of connecting: the words of the drivers where they are recorded, else the sandbox's own. */
final class SquaredDriver {
    /** Reached through libpq. */
    private static final Set<String> POSTGRES = Set.of("Postgresql", "Redshift", "AISDataStore");

    /** Their clients read the credentials first, and rescue nothing but their driver's own errors. */
    private static final Set<String> CRASHING =
            Set.of("Postgresql", "Redshift", "AISDataStore", "Snowflake", "MicrosoftSql");

    private static final Pattern ADDRESS = Pattern.compile("[\\d.]+|.*:.*");

    private SquaredDriver() {}

    /** Connects with settings to what the sandbox has for them, if it has anything. */
    static Outcome connect(SquaredDefinition definition, JsonNode settings, Optional<Behavior> behavior) {
        if (CRASHING.contains(definition.name())) {
            Optional<Outcome> crash = crash(definition, settings.path("credentials"));
            if (crash.isPresent()) {
                return crash.get();
            }
        }
        if (definition.name().equals("Clickhouse")) {
            return Outcome.works();
        }
        if (definition.holdsMask(settings)) {
            return Outcome.failed(loginRefused(definition, settings));
        }
        return behavior.map(known ->
                        known.ending() == Behavior.Ending.FAILS ? Outcome.failed(known.message()) : Outcome.works())
                .orElseGet(() -> Outcome.failed(unreachable(definition, settings)));
    }

    /** A server that wants another password; clients of HTTP services say no more than {@code failed}. */
    private static String loginRefused(SquaredDefinition definition, JsonNode settings) {
        return POSTGRES.contains(definition.name())
                ? server(settings) + " failed: FATAL:  password authentication failed for user \""
                        + settings.at("/credentials/username").asText() + "\"\n"
                : "failed";
    }

    private static String unreachable(SquaredDefinition definition, JsonNode settings) {
        if (!POSTGRES.contains(definition.name())) {
            return "The sandbox has no such connection: make its settings with sourceSettings(...) or"
                    + " destinationSettings(...) of the stand-in for Squared.";
        }
        String host = settings.path("host").asText();
        if (host.isEmpty()) {
            return "connection to server on socket \"/var/run/postgresql/.s.PGSQL." + port(settings)
                    + "\" failed: No such file or directory\n\tIs the server running locally and accepting connections"
                    + " on that socket?\n";
        }
        return ADDRESS.matcher(host).matches()
                ? server(settings) + " failed: Connection refused\n\tIs the server running on that host and accepting"
                        + " TCP/IP connections?\n"
                : "could not translate host name \"" + host + "\" to address: Name or service not known\n";
    }

    private static String server(JsonNode settings) {
        return "connection to server at \"" + settings.path("host").asText() + "\", port " + port(settings);
    }

    private static String port(JsonNode settings) {
        return settings.path("port").asText("5432");
    }

    private static Optional<Outcome> crash(SquaredDefinition definition, JsonNode credentials) {
        if (credentials.isMissingNode() || credentials.isNull()) {
            return Optional.of(Outcome.crashed("undefined method `[]' for nil:NilClass\n\n" + line(definition)));
        }
        if (!credentials.isObject()) {
            return Optional.of(Outcome.crashed("no implicit conversion of Symbol into Integer"));
        }
        return credentials.path("auth_type").asText().equals("username/password")
                ? Optional.empty()
                : Optional.of(Outcome.crashed("Unsupported Auth type"));
    }

    /** Ruby shows the line that broke, and points at the call. */
    private static String line(SquaredDefinition definition) {
        boolean snowflake = definition.name().equals("Snowflake");
        String before = "        raise \"Unsupported Auth type\" " + (snowflake ? "if" : "unless")
                + " connection_config[:credentials]";
        String after = snowflake ? " != \"username/password\"" : " == \"username/password\"";
        return before + "[:auth_type]" + after + "\n" + " ".repeat(before.length()) + "^".repeat(12);
    }

    /**
     * What a connector's client told.
     *
     * @param crash whether it raised what it does not rescue, which is no verdict
     * @param complaint empty if it connected
     */
    record Outcome(boolean crash, Optional<String> complaint) {
        static Outcome works() {
            return new Outcome(false, Optional.empty());
        }

        static Outcome failed(String message) {
            return new Outcome(false, Optional.of(message));
        }

        static Outcome crashed(String message) {
            return new Outcome(true, Optional.of(message));
        }

        /** As the check tells it. */
        Answer asCheck() {
            if (crash) {
                return SquaredErrors.badRequest(complaint.orElse(""));
            }
            return Answer.json(
                    200,
                    Json.object(
                            "type",
                            "connection_status",
                            "connection_status",
                            complaint
                                    .map(message -> Json.object("status", "failed", "message", message))
                                    .orElseGet(() -> Json.object("status", "succeeded"))));
        }
    }
}
