package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.ssl.SSLContext;
import mockwebserver3.MockResponse;
import org.jspecify.annotations.Nullable;

/**
 * Stands in for AI Squared: checking an unsaved connection, and creating and reading connectors.
 *
 * <p>True to the server code of Multiwoven 0.124.0, which the published pages describe wrongly: a check that ran is
 * HTTP 200 with {@code connection_status}, the header {@code Workspace-Id} is a must, and secrets come back as 13
 * asterisks. Gates in order: malformed JSON, key, contract, connector class, workspace, permission. Thread-safe.
 */
public final class SquaredSandbox extends VendorSandbox {
    private static final String BASE = "/api/v1/";

    private final long workspaceId = 100_000 + Math.abs((long) randomHex(4).hashCode());
    private final String viewerApiKey = "sandbox.viewer." + randomHex(16);
    private final Map<String, Connection> connections = new ConcurrentHashMap<>();
    private final SquaredConnectors connectors;

    SquaredSandbox(SandboxTime time, Optional<SSLContext> tls) {
        super(time, tls, "sandbox.");
        connectors = new SquaredConnectors(time, workspaceId);
    }

    /**
     * Gives the workspace that the key may use.
     *
     * @return the value for {@code Workspace-Id}
     */
    public long workspaceId() {
        return workspaceId;
    }

    /**
     * Gives the key of a person who may look but not check or create: status 403.
     *
     * @return a key that stays valid
     */
    public String viewerApiKey() {
        return viewerApiKey;
    }

    /**
     * Makes a connection to check or to create a connector from.
     *
     * <p>The faults of {@link Phase#START} strike the check, those of {@link Phase#CREATE} the creation. A
     * specification that was not made here is answered as failed: its host refuses the connection.
     *
     * @param behavior how it answers
     * @return a new {@code connection_spec}, immutable, to send under any definition's name, as source or destination;
     *     it fits {@code Postgresql} best. Its host selects the behaviour, so it may be changed otherwise
     */
    public Map<String, Object> connection(Behavior behavior) {
        String host = "db-" + randomHex(6) + ".sandbox.invalid";
        connections.put(host, new Connection(behavior));
        return Map.of(
                "data_type", "structured",
                "host", host,
                "port", "5432",
                "database", "analytics",
                "schema", "public",
                "credentials",
                        Map.of(
                                "auth_type", "username/password",
                                "username", "sync",
                                "password", "pw-" + randomHex(8)));
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        String path = exchange.path();
        if (path.equals(BASE + "connector_definitions/check_connection")) {
            return exchange.is("POST") ? check(exchange) : reply(definitionNamedLikeTheCheck(exchange));
        }
        if (path.equals(BASE + "connectors") && exchange.is("POST")) {
            return create(exchange);
        }
        if (path.matches(BASE + "connectors/[^/]+") && exchange.is("GET")) {
            return reply(show(exchange));
        }
        return reply(SquaredErrors.rails(404, exchange));
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 401 -> SquaredErrors.error(401, "Unauthorized");
            case 403 -> SquaredErrors.error(403, "You are not authorized to do this action");
            case 404 -> SquaredErrors.error(404, "Connector not found");
            case 400 -> SquaredErrors.badRequest("invalid request");
            case 500 -> Answer.json(500, Json.object("status", 500, "error", "Internal Server Error"));
            case 429 -> Answer.json(429, Map.of("error", "Too many requests. Please try again later."));
            default -> SquaredErrors.error(status, "Error");
        };
    }

    @Override
    Answer signed(Answer answer) {
        Answer named = answer.header("x-request-id", UUID.randomUUID().toString())
                .header("x-runtime", "0.042017")
                .header("Cache-Control", "max-age=0, private, must-revalidate");
        boolean json = named.headers().contains(new Header("Content-Type", Answer.JSON));
        return json ? named.contentType("application/json; charset=utf-8") : named;
    }

    private MockResponse check(Exchange exchange) throws InterruptedException {
        JsonNode body = SquaredErrors.wellFormed(exchange);
        authenticate(exchange);
        SquaredContract.check(body);
        SquaredContract.classOf(text(body, "type"), text(body, "name"));
        enterWorkspace(exchange);
        permit(exchange);
        JsonNode spec = body.path("connection_spec");
        Optional<Connection> known = connection(spec);
        if (known.isEmpty()) {
            return reply(SquaredVerdict.unknownHost(spec));
        }
        return reply(known.get(), Phase.START, exchange, () -> {
            hold(known.get().behavior(), exchange.receivedAt());
            return SquaredVerdict.of(text(body, "name"), spec, known.get().behavior());
        });
    }

    private MockResponse create(Exchange exchange) throws InterruptedException {
        JsonNode body = SquaredErrors.wellFormed(exchange);
        authenticate(exchange);
        JsonNode connector = body.has("connector") ? body.path("connector") : body;
        SquaredContract.create(connector);
        enterWorkspace(exchange);
        permit(exchange);
        Optional<Connection> known = connection(connector.path("configuration"));
        Situation.Work work = () -> connectors.create(connector);
        return known.isPresent() ? reply(known.get(), Phase.CREATE, exchange, work) : reply(work.run());
    }

    private Answer show(Exchange exchange) {
        authenticate(exchange);
        String id = exchange.segments().get(3);
        if (!id.matches("-?\\d+")) {
            return SquaredErrors.contract(Map.of("id", List.of("must be an integer")));
        }
        enterWorkspace(exchange);
        return connectors.find(id).orElseGet(() -> error(404));
    }

    /** The route of a definition's page takes the check's path for a name, as the server's router does. */
    private Answer definitionNamedLikeTheCheck(Exchange exchange) {
        if (!exchange.is("GET")) {
            return SquaredErrors.rails(404, exchange);
        }
        authenticate(exchange);
        return exchange.query("type").isPresent()
                ? Answer.json(200, Map.of("data", List.of()))
                : SquaredErrors.contract(Map.of("type", List.of("is missing")));
    }

    private void authenticate(Exchange exchange) {
        boolean known = exchange.header("Authorization")
                .filter(value -> value.equals("Bearer " + apiKey()) || value.equals("Bearer " + viewerApiKey))
                .isPresent();
        if (!known) {
            throw new Refusal(error(401));
        }
    }

    private void enterWorkspace(Exchange exchange) {
        String sent = exchange.header("Workspace-Id").orElse("").trim();
        if (!sent.equals(String.valueOf(workspaceId))) {
            throw new Refusal(SquaredErrors.badRequest("Workspace not found"));
        }
    }

    private void permit(Exchange exchange) {
        if (exchange.header("Authorization").orElse("").endsWith(viewerApiKey)) {
            throw new Refusal(error(403));
        }
    }

    private Optional<Connection> connection(JsonNode spec) {
        return Optional.ofNullable(connections.get(text(spec, "host").toLowerCase(Locale.ROOT)));
    }

    private static String text(JsonNode object, String field) {
        @Nullable String text = object.path(field).asText();
        return text == null ? "" : text;
    }
}
