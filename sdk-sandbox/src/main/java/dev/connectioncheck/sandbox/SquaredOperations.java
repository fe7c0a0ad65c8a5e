package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import mockwebserver3.MockResponse;

/** What Squared's server does with a request, gate by gate. */
final class SquaredOperations {
    private static final String BASE = "/api/v1/";
    private static final String ID = "/([^/.]+)";
    private static final String FORMAT = "(?:\\.[^/.]+)?";

    private final SquaredSandbox squared;
    private final SquaredGates gates;
    private final SquaredMarks marks;
    private final SquaredConnectors connectors;

    SquaredOperations(SquaredSandbox squared, SquaredGates gates, SquaredMarks marks, SquaredConnectors connectors) {
        this.squared = squared;
        this.gates = gates;
        this.marks = marks;
        this.connectors = connectors;
    }

    Routes routes() {
        String all = BASE + "connectors";
        String definitions = BASE + "connector_definitions";
        return new Routes()
                .on("POST", definitions + "/check_connection" + FORMAT, this::check)
                .on("GET", definitions + ID + FORMAT, this::definition)
                .on("GET", all + FORMAT, this::list)
                .on("POST", all + FORMAT, this::create)
                .on("GET", all + ID + FORMAT, this::show)
                .on("PUT", all + ID + FORMAT, this::update)
                .on("PATCH", all + ID + FORMAT, this::update)
                .on("DELETE", all + ID + FORMAT, this::delete)
                .on("POST", all + ID + "/query_source" + FORMAT, this::query)
                .on("GET", definitions + FORMAT, notPlayed("the list of definitions"))
                .on("GET", all + "/[^/.]+/discover" + FORMAT, notPlayed("discover, whose refresh destroys catalogs"))
                .on("POST", all + "/[^/.]+/execute_model" + FORMAT, notPlayed("execute_model"))
                .on("GET", BASE + "workspaces(?:/.*)?", notPlayed("workspaces"))
                .on("POST", BASE + "login" + FORMAT, notPlayed("login; take a key from apiKey()"));
    }

    private MockResponse check(String none, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        JsonNode body = SquaredBody.flat(exchange);
        SquaredContract.check(body);
        SquaredDefinition definition = SquaredClasses.find(
                body.path("type").asText(), body.path("name").asText());
        gates.enterWorkspace(exchange);
        gates.permitChanges(exchange);
        JsonNode settings = body.path("connection_spec");
        Connection connection = marks.find(definition, settings).orElse(Connection.UNKNOWN);
        return squared.reply(connection, Phase.START, exchange, () -> {
            squared.hold(connection.behavior(), exchange.receivedAt());
            return SquaredDriver.connect(definition, settings, known(connection))
                    .asCheck();
        });
    }

    /** A definition of its own is all that tells a missing route from one that nobody plays. */
    private MockResponse definition(String name, Exchange exchange) {
        gates.authenticate(exchange);
        JsonNode query = Json.tree(exchange.queryParameters());
        SquaredContract.kind(query, true, "invalid connector type");
        gates.enterWorkspace(exchange);
        String kind = query.path("type").asText();
        if (!kind.equals(kind.toLowerCase(Locale.ROOT))) {
            throw new Refusal(SquaredErrors.badRequest("undefined method `find' for nil:NilClass\n\n"
                    + "        @connector = @connectors.find do |hash|\n" + " ".repeat(32) + "^^^^^"));
        }
        Answer answer = SquaredDefinitions.findInAnyCase(kind, name).isPresent()
                ? SquaredErrors.notPlayed("definitions")
                : Answer.json(200, Map.of("data", List.of()));
        return squared.reply(answer, exchange);
    }

    private MockResponse list(String none, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        JsonNode query = Json.tree(exchange.queryParameters());
        SquaredContract.kind(query, false, "invalid type");
        gates.enterWorkspace(exchange);
        if (query.has("category") || query.has("sub_category")) {
            throw new Refusal(SquaredErrors.notPlayed("category and sub_category, which the server takes for methods"));
        }
        String kind = query.path("type").asText().toLowerCase(Locale.ROOT);
        return squared.reply(
                Phase.LIST,
                exchange,
                () -> new SquaredPage(exchange)
                        .of(connectors.list(gates.workspaceId(), each -> kind.isEmpty() || each.equals(kind))));
    }

    private MockResponse show(String id, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        SquaredContract.id(id);
        SquaredSaved connector = find(id, exchange);
        return squared.reply(connector, Phase.READ, exchange, () -> connectors.show(connector, gates.workspaceId()));
    }

    private MockResponse create(String none, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        JsonNode body = SquaredBody.wrapped(exchange);
        SquaredContract.create(body);
        gates.enterWorkspace(exchange);
        gates.permitChanges(exchange);
        JsonNode sent = body.path("connector");
        Connection known = SquaredDefinitions.find(
                        sent.path("connector_type").asText(),
                        sent.path("connector_name").asText())
                .flatMap(definition -> marks.find(definition, sent.path("configuration")))
                .orElse(Connection.UNKNOWN);
        return squared.reply(known, Phase.CREATE, exchange, () -> connectors.create(sent, gates.workspaceId()));
    }

    private MockResponse update(String id, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        JsonNode body = SquaredBody.wrapped(exchange);
        SquaredContract.update(id, body);
        SquaredSaved connector = find(id, exchange);
        gates.permitChanges(exchange);
        if (body.path("connector").isEmpty()) {
            throw new Refusal(SquaredErrors.missingConnector());
        }
        return squared.reply(
                connector,
                Phase.UPDATE,
                exchange,
                () -> connectors.update(connector, body.path("connector"), gates.workspaceId()));
    }

    private MockResponse delete(String id, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        SquaredContract.id(id);
        SquaredSaved connector = find(id, exchange);
        gates.permitChanges(exchange);
        return squared.reply(connector, Phase.DELETE, exchange, () -> {
            connectors.remove(connector.id());
            return Answer.empty(204);
        });
    }

    private MockResponse query(String id, Exchange exchange) throws InterruptedException {
        gates.authenticate(exchange);
        JsonNode body = SquaredBody.flat(exchange);
        SquaredContract.query(id, body);
        SquaredSaved connector = find(id, exchange);
        SquaredDefinition definition = SquaredClasses.find(
                connector.fields().kind(), connector.fields().definition());
        if (definition.isModel()) {
            throw new Refusal(SquaredErrors.error(422, "Catalog is not present for the connector"));
        }
        if (!definition.kind().equals("source")) {
            throw new Refusal(SquaredErrors.error(422, "Connector is not a source"));
        }
        if (!definition.knowsSql()) {
            throw new Refusal(SquaredErrors.notPlayed("queries of " + definition.name()));
        }
        return squared.reply(connector, Phase.QUERY, exchange, () -> ask(connector, definition, body, exchange));
    }

    private Answer ask(SquaredSaved connector, SquaredDefinition definition, JsonNode body, Exchange exchange)
            throws InterruptedException {
        JsonNode settings = Json.tree(connector.fields().configuration());
        Optional<Behavior> behavior =
                marks.find(definition, settings).map(Connection::behavior).or(connector::ownBehavior);
        squared.hold(behavior.orElseGet(Behavior::passes), exchange.receivedAt());
        return SquaredDriver.connect(definition, settings, behavior)
                .complaint()
                .map(complaint -> SquaredErrors.error(422, complaint))
                .orElseGet(() -> SquaredQuery.answer(
                        body.path("query").asText(), body.path("limit").asText("50")));
    }

    private SquaredSaved find(String id, Exchange exchange) {
        gates.enterWorkspace(exchange);
        return connectors.find(id).orElseThrow(() -> new Refusal(squared.error(404)));
    }

    private Routes.Handler notPlayed(String route) {
        return (id, exchange) -> squared.reply(SquaredErrors.notPlayed(route), exchange);
    }

    private static Optional<Behavior> known(Connection connection) {
        return connection == Connection.UNKNOWN ? Optional.empty() : Optional.of(connection.behavior());
    }
}
