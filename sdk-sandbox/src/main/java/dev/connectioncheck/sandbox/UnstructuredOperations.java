package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/** What Unstructured's server does with a request, gate by gate. */
final class UnstructuredOperations {
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");

    private final UnstructuredSandbox unstructured;
    private final Marks marks;
    private final Routes routes = new Routes();

    UnstructuredOperations(UnstructuredSandbox unstructured, Marks marks) {
        this.unstructured = unstructured;
        this.marks = marks;
    }

    Routes routes() {
        addRoutes("source");
        addRoutes("destination");
        return routes;
    }

    private void addRoutes(String kind) {
        String all = "/api/v1/" + kind + "s/";
        String one = all + "([^/]+)";
        String check = one + "/connection-check";
        routes.on("GET", all, (none, exchange) -> list(kind, exchange))
                .on("POST", all, (none, exchange) -> create(kind, exchange))
                .on("GET", one, (id, exchange) -> read(kind, id, exchange))
                .on("PUT", one, (id, exchange) -> update(kind, id, exchange))
                .on("DELETE", one, (id, exchange) -> delete(kind, id, exchange))
                .on("POST", check, (id, exchange) -> start(kind, id, exchange))
                .on("GET", check, (id, exchange) -> poll(kind, id, exchange));
    }

    private MockResponse list(String kind, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        Optional<String> type = exchange.query(kind + "_type");
        return unstructured.reply(Phase.LIST, exchange, () -> Answer.json(200, unstructured.shown(kind, type)));
    }

    private MockResponse create(String kind, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        FastApiInput input = new FastApiInput();
        JsonNode body = input.object(exchange);
        input.text(body, "name").text(body, "type").dictionary(body, "config").refuseIfAny();
        String type = body.path("type").asText();
        if (type.equals("google_drive")) {
            throw new Refusal(sensitiveField());
        }
        Connection known = marks.find(body.path("config")).orElse(Connection.UNKNOWN);
        UnstructuredRow row = (kind.equals("source") ? UnstructuredRow.source(type) : UnstructuredRow.destination(type))
                .named(body.path("name").asText())
                .settings(Json.toMap(body.path("config")))
                .behaving(known.behavior());
        return unstructured.reply(
                known,
                Phase.CREATE,
                exchange,
                () -> Answer.json(200, unstructured.shown(find(kind, unstructured.add(row)))));
    }

    private MockResponse read(String kind, String id, Exchange exchange) throws InterruptedException {
        UnstructuredConnector connector = find(kind, id, exchange);
        return unstructured.reply(
                connector, Phase.READ, exchange, () -> Answer.json(200, unstructured.shown(connector)));
    }

    private MockResponse update(String kind, String id, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        FastApiInput input = new FastApiInput();
        UUID uuid = input.uuid(kind + "_id", id);
        JsonNode body = input.object(exchange);
        input.dictionary(body, "config").refuseIfAny();
        UnstructuredConnector connector = find(kind, uuid);
        return unstructured.reply(connector, Phase.UPDATE, exchange, () -> {
            Optional<Behavior> known = marks.find(body.path("config")).map(Connection::behavior);
            connector.replaceConfig(
                    Json.toMap(body.path("config")), known, unstructured.time().now());
            return Answer.json(200, unstructured.shown(connector));
        });
    }

    private MockResponse delete(String kind, String id, Exchange exchange) throws InterruptedException {
        UnstructuredConnector connector = find(kind, id, exchange);
        return unstructured.reply(connector, Phase.DELETE, exchange, () -> {
            unstructured.remove(connector.id());
            return FastApi.detail(200, capitalized(kind) + " with id " + connector.id() + " successfully deleted.");
        });
    }

    private MockResponse start(String kind, String id, Exchange exchange) throws InterruptedException {
        UnstructuredConnector connector = find(kind, id, exchange);
        return unstructured.reply(
                connector,
                Phase.START,
                exchange,
                () -> connector.start(unstructured.time().now()));
    }

    private MockResponse poll(String kind, String id, Exchange exchange) throws InterruptedException {
        UnstructuredConnector connector = find(kind, id, exchange);
        return unstructured.reply(
                connector,
                Phase.POLL,
                exchange,
                () -> connector
                        .latest(unstructured.time().now())
                        .orElseGet(() -> FastApi.detail(404, "Connection check not found")));
    }

    private UnstructuredConnector find(String kind, String id, Exchange exchange) {
        authenticate(exchange);
        FastApiInput input = new FastApiInput();
        UUID uuid = input.uuid(kind + "_id", id);
        input.refuseIfAny();
        return find(kind, uuid);
    }

    private UnstructuredConnector find(String kind, UUID id) {
        return unstructured
                .find(kind, id)
                .orElseThrow(() -> new Refusal(FastApi.detail(404, capitalized(kind) + " not found")));
    }

    private void authenticate(Exchange exchange) {
        String key = exchange.header("unstructured-api-key").orElse("");
        if (key.isEmpty()) {
            throw new Refusal(FastApi.detail(401, "API key is missing, please provide an API key in the header."));
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(
                    FastApi.detail(401, "API key is malformed, please type the API key correctly in the header."));
        }
        if (!key.equals(unstructured.apiKey())) {
            throw new Refusal(unstructured.error(401));
        }
    }

    /** What the documentation shows for a connector that can't be created through the API. */
    private static Answer sensitiveField() {
        return Answer.json(
                412,
                Map.of(
                        "errors",
                        List.of(
                                Json.object(
                                        "field",
                                        "access_config.service_account_key",
                                        "message",
                                        "Field is sensitive and must be wrapped in as a secret reference or new secret value"))));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
