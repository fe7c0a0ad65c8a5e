package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mockwebserver3.MockResponse;

/** What Artie's server does with a request, gate by gate. */
final class ArtieOperations {
    private static final String ALL = "/connectors";
    private static final String ONE = ALL + "/([^/]+)";
    private static final Set<String> POSTGRES = Set.of("postgresql", "cockroach", "redshift");

    private final ArtieSandbox artie;
    private final Marks marks;

    ArtieOperations(ArtieSandbox artie, Marks marks) {
        this.artie = artie;
        this.marks = marks;
    }

    Routes routes() {
        return new Routes()
                .on("GET", ALL, this::list)
                .on("POST", ALL, this::create)
                .on("POST", ALL + "/ping", this::ping)
                .on("POST", ALL + "/(?:databases|schemas|tables)", this::notPlayed)
                .on("GET", ONE, this::read)
                .on("POST", ONE, this::update)
                .on("DELETE", ONE, this::delete)
                .on("GET", ONE + "/(?:databases|schemas|tables|detail)", this::notPlayed);
    }

    static Answer failure(int status, String error) {
        return Answer.json(status, Map.of("error", error));
    }

    private MockResponse list(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        boolean sourcesToo =
                exchange.query("includeSourceConnectors").filter("true"::equals).isPresent();
        return artie.reply(Phase.LIST, exchange, () -> Answer.json(200, Map.of("items", artie.listed(sourcesToo))));
    }

    private MockResponse create(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        JsonNode payload = object(exchange);
        ArtieType type = ArtieType.of(payload.path("type").asText());
        if (type.type().isEmpty()) {
            throw new Refusal(failure(400, "The sandbox creates nothing without a type."));
        }
        JsonNode settings = payload.path("sharedConfig");
        Connection known = marks.findByHost(settings).orElse(Connection.UNKNOWN);
        ArtieRow row = type.isDestination() ? ArtieRow.destination(type.type()) : ArtieRow.source(type.type());
        return artie.reply(known, Phase.CREATE, exchange, () -> {
            ArtieConnector created = artie.save(
                    row.behaving(known.behavior()).settings(settings.isObject() ? Json.toMap(settings) : Map.of()));
            created.take(payload, artie.time().now());
            return Answer.json(200, artie.shown(created));
        });
    }

    private MockResponse read(String uuid, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        ArtieConnector connector = find(uuid);
        return artie.reply(connector, Phase.READ, exchange, () -> Answer.json(200, artie.shown(connector)));
    }

    private MockResponse update(String uuid, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        JsonNode payload = object(exchange);
        ArtieConnector connector = find(uuid);
        return artie.reply(connector, Phase.UPDATE, exchange, () -> {
            connector.take(payload, artie.time().now());
            return Answer.json(200, artie.shown(connector));
        });
    }

    private MockResponse delete(String uuid, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        ArtieConnector connector = find(uuid);
        return artie.reply(connector, Phase.DELETE, exchange, () -> {
            artie.remove(connector.uuid());
            return Answer.empty(204);
        });
    }

    private MockResponse ping(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        JsonNode body = object(exchange);
        Optional<ArtieConnector> saved = saved(body);
        JsonNode sent = body.path("sharedConfig");
        if (!sent.isObject()) {
            throw new Refusal(failure(400, "The sandbox pings what is in sharedConfig, and there is none."));
        }
        Map<String, Object> settings = saved.map(
                        connector -> ArtieType.restored(Json.toMap(sent), connector.settings()))
                .orElseGet(() -> Json.toMap(sent));
        Optional<Connection> connection = marks.findByHost(sent).or(() -> saved);
        if (connection.isEmpty()) {
            return artie.reply(failure(200, unreachable(sent.path("host").asText())), exchange);
        }
        return artie.reply(saved.map(Connection.class::cast).orElse(connection.get()), Phase.START, exchange, () -> {
            artie.hold(connection.get().behavior(), exchange.receivedAt());
            return verdict(
                    body.path("type").asText(), settings, connection.get().behavior());
        });
    }

    /** A connector that the uuid in the body names, if it names one. */
    private Optional<ArtieConnector> saved(JsonNode body) {
        String uuid = body.path("uuid").asText("");
        return uuid.isEmpty() || !body.path("uuid").isTextual()
                ? Optional.empty()
                : Optional.of(artie.find(uuid).orElseThrow(() -> new Refusal(failure(400, "connector not found"))));
    }

    private static Answer verdict(String type, Map<String, Object> settings, Behavior behavior) {
        if (ArtieType.holdsMask(settings)) {
            return failure(
                    200,
                    POSTGRES.contains(type)
                            ? "password authentication failed for user \""
                                    + settings.getOrDefault("user", settings.getOrDefault("username", "")) + "\""
                            : "login refused: a mask is stored as the secret");
        }
        return behavior.ending() == Behavior.Ending.FAILS ? failure(200, behavior.message()) : Answer.empty(204);
    }

    private static String unreachable(String host) {
        return host.isEmpty()
                ? "The sandbox has no such connection: make its settings with unsaved(...) of the stand-in for Artie."
                : "dial tcp: lookup " + host + ": no such host";
    }

    private ArtieConnector find(String uuid) {
        return artie.find(uuid).orElseThrow(() -> new Refusal(artie.error(404)));
    }

    private static JsonNode object(Exchange exchange) {
        return exchange.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Refusal(failure(400, "invalid request body")));
    }

    private void authenticate(Exchange exchange) {
        if (!exchange.header("Authorization").orElse("").equals("Bearer " + artie.apiKey())) {
            throw new Refusal(artie.error(401));
        }
    }

    private MockResponse notPlayed(String none, Exchange exchange) {
        return artie.reply(
                Answer.text(501, "text/plain; charset=utf-8", "The sandbox does not play what is inside a database."),
                exchange);
    }
}
