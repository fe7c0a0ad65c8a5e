package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Stands in for Artie: pinging a connector, saved or not, and reading a saved one.
 *
 * <p>True to Artie's published API and to what its own Terraform provider and MCP server do: 204 is success, 200 tells
 * a failure in {@code error}, 400 refuses the request. A saved connector is read with its secrets masked and pinged by
 * sending that whole body back; the {@code uuid} in it lets the server put the secrets back, and without it the mask is
 * taken for the password. Gates in order: path, key, body, connector. Thread-safe.
 */
public final class ArtieSandbox extends VendorSandbox {
    private static final Pattern CONNECTOR = Pattern.compile("/connectors/([^/]+)");

    private final Map<String, Connection> byHost = new ConcurrentHashMap<>();
    private final Map<String, ArtieConnector> saved = new ConcurrentHashMap<>();

    ArtieSandbox(Hosting hosting) {
        super(hosting, "arsk_");
    }

    /**
     * Makes a saved connector of type {@code postgresql}.
     *
     * <p>Reading it gives masked secrets, and fields that the published ping request does not know. The faults of
     * {@link Phase#READ} strike the reading, those of {@link Phase#START} the ping.
     *
     * @param behavior how it answers
     * @return the connector's id
     */
    public UUID saved(Behavior behavior) {
        ArtieConnector connector = new ArtieConnector(behavior, time().now());
        saved.put(connector.uuid().toString(), connector);
        byHost.put(connector.host(), connector);
        return connector.uuid();
    }

    /**
     * Makes the configuration of a connector that is not saved.
     *
     * @param behavior how it answers
     * @return a new {@code sharedConfig}, immutable, to send with the type {@code postgresql}; its host selects the
     *     behaviour, so it may be changed otherwise
     */
    public Map<String, Object> unsaved(Behavior behavior) {
        String host = "db-" + randomHex(6) + ".sandbox.invalid";
        byHost.put(host, new Connection(behavior));
        return Map.of("host", host, "port", 5432, "user", "etl", "password", "pw-" + randomHex(8));
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Matcher path = CONNECTOR.matcher(exchange.path());
        if (exchange.path().equals("/connectors/ping") && exchange.is("POST")) {
            authenticate(exchange);
            return ping(exchange);
        }
        if (path.matches() && exchange.is("GET")) {
            authenticate(exchange);
            return read(path.group(1), exchange);
        }
        return reply(failure(404, "not found"), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 400 -> failure(400, "host is required");
            case 401 -> failure(401, "unauthorized");
            case 403 -> failure(403, "forbidden");
            case 404 -> failure(404, "connector not found");
            default -> failure(status, "something went wrong");
        };
    }

    private MockResponse read(String uuid, Exchange exchange) throws InterruptedException {
        ArtieConnector connector = saved.get(uuid);
        if (connector == null) {
            throw new Refusal(error(404));
        }
        return reply(connector, Phase.READ, exchange, () -> Answer.json(200, connector.masked()));
    }

    private MockResponse ping(Exchange exchange) throws InterruptedException {
        JsonNode body = body(exchange);
        Optional<Connection> connection = connection(body);
        if (connection.isEmpty()) {
            String host = body.path("sharedConfig").path("host").asText();
            return reply(
                    told("failed to connect to host \"" + host + "\": lookup " + host + ": no such host"), exchange);
        }
        return reply(connection.get(), Phase.START, exchange, () -> {
            hold(connection.get().behavior(), exchange.receivedAt());
            return verdict(body, connection.get());
        });
    }

    /** Checks what a ping needs; which fields the server demands is not published, and these it can't do without. */
    private static JsonNode body(Exchange exchange) {
        JsonNode body = exchange.json()
                .filter(JsonNode::isObject)
                .orElseThrow(() -> new Refusal(failure(400, "invalid request body")));
        if (body.path("type").asText().isEmpty()) {
            throw new Refusal(failure(400, "type is required"));
        }
        if (body.path("sharedConfig").path("host").asText().isEmpty()) {
            throw new Refusal(failure(400, "host is required"));
        }
        return body;
    }

    private Optional<Connection> connection(JsonNode body) {
        JsonNode uuid = body.path("uuid");
        if (uuid.isTextual() && !uuid.asText().isEmpty()) {
            return Optional.of(Optional.ofNullable(saved.get(uuid.asText()))
                    .orElseThrow(() -> new Refusal(failure(400, "connector not found"))));
        }
        return Optional.ofNullable(
                byHost.get(body.path("sharedConfig").path("host").asText()));
    }

    private static Answer verdict(JsonNode body, Connection connection) {
        boolean restored = body.path("uuid").isTextual();
        if (!restored && body.path("sharedConfig").path("password").asText().equals(ArtieConnector.MASK)) {
            return told("password authentication failed for user \""
                    + body.path("sharedConfig").path("user").asText() + "\"");
        }
        return connection.behavior().ending() == Behavior.Ending.FAILS
                ? told(connection.behavior().message())
                : Answer.empty(204);
    }

    private void authenticate(Exchange exchange) {
        if (!exchange.header("Authorization").orElse("").equals("Bearer " + apiKey())) {
            throw new Refusal(error(401));
        }
    }

    private static Answer told(String error) {
        return failure(200, error);
    }

    private static Answer failure(int status, String error) {
        return Answer.json(status, Map.of("error", error));
    }
}
