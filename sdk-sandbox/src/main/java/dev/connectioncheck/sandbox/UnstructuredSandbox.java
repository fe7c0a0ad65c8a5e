package dev.connectioncheck.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;

/**
 * Stands in for Unstructured: a workspace of sources and destinations to list, read, create, change and delete, and
 * checks to start and to ask after.
 *
 * <p>True to the published API (Platform API 3.1.0), to the error bodies that Unstructured's documentation shows, to
 * captures by its users, and to FastAPI, on which it runs. Gates in order: route, key, form of the id and of the body,
 * connector. A collection without its slash, and anything else with one, is sent away with 307 to plain http. What
 * nobody has published, the answers for an unknown connector and for one that was never checked, follows the vendor's
 * other 404s. What differs on purpose is listed in the package's documentation. Thread-safe.
 */
public final class UnstructuredSandbox extends VendorSandbox {
    private final Map<String, UnstructuredConnector> connectors = Collections.synchronizedMap(new LinkedHashMap<>());
    private final Marks marks = new Marks();
    private final Routes routes;
    private volatile boolean masks;

    UnstructuredSandbox(Hosting hosting) {
        super(hosting, "");
        routes = new UnstructuredOperations(this, marks).routes();
    }

    /**
     * Makes a saved source of type {@code s3}.
     *
     * @param behavior how it answers
     * @param polls if given: the answers to the polls, as for {@link UnstructuredRow#polls}
     * @return the source's id
     */
    public UUID source(Behavior behavior, UnstructuredAnswer... polls) {
        return add(UnstructuredRow.source("s3").behaving(behavior).polls(polls));
    }

    /**
     * Makes a saved destination of type {@code s3}.
     *
     * @param behavior how it answers
     * @param polls as for {@link #source}
     * @return the destination's id
     */
    public UUID destination(Behavior behavior, UnstructuredAnswer... polls) {
        return add(UnstructuredRow.destination("s3").behaving(behavior).polls(polls));
    }

    /**
     * Saves a connector.
     *
     * @param row what to save; lists show rows in the order in which they were saved
     * @return its id
     */
    public UUID add(UnstructuredRow row) {
        UnstructuredConnector connector = new UnstructuredConnector(row, time().now());
        connectors.put(row.kind() + connector.id(), connector);
        return connector.id();
    }

    /**
     * Deletes a connector behind the client's back.
     *
     * @param id of a source or a destination; one that is not there is let be
     */
    public void remove(UUID id) {
        connectors.remove("source" + id);
        connectors.remove("destination" + id);
    }

    /**
     * Shows secrets as ten asterisks, or in clear.
     *
     * <p>Both were seen at the vendor: clear in its documentation and by its users, masked in a capture among its own
     * SDK's tests. A mask that is put is stored either way, and the next check fails.
     *
     * @param masked default: false
     */
    public void maskSecrets(boolean masked) {
        masks = masked;
    }

    /**
     * Makes a {@code config} for a client to create or to update a connector with.
     *
     * @param behavior how the connector answers when it is checked then; its faults of {@link Phase#CREATE} strike the
     *     creation
     * @return a new config, with fields of S3's; what is left of its values selects the behaviour
     */
    public Map<String, Object> settings(Behavior behavior) {
        return UnstructuredConfig.madeUp("s3", marks.of(new Connection(behavior)));
    }

    /**
     * Gives the config that is stored for a connector, secrets in clear.
     *
     * @param id of a source or a destination
     * @return a copy
     * @throws IllegalArgumentException if there is no such connector
     */
    public Map<String, Object> settings(UUID id) {
        return Optional.ofNullable(connectors.get("source" + id))
                .or(() -> Optional.ofNullable(connectors.get("destination" + id)))
                .map(connector -> Json.copy(connector.config()))
                .orElseThrow(() -> new IllegalArgumentException("There is no connector " + id + "."));
    }

    Map<String, ?> shown(UnstructuredConnector connector) {
        return connector.shown(masks);
    }

    List<?> shown(String kind, Optional<String> type) {
        synchronized (connectors) {
            return connectors.entrySet().stream()
                    .filter(entry -> entry.getKey().startsWith(kind))
                    .map(Map.Entry::getValue)
                    .filter(connector -> type.isEmpty() || type.get().equals(connector.type()))
                    .map(this::shown)
                    .toList();
        }
    }

    /** Finds what a request may see: what has vanished is not there. */
    Optional<UnstructuredConnector> find(String kind, UUID id) {
        return Optional.ofNullable(connectors.get(kind + id)).filter(connector -> !connector.isVanished());
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Optional<Routes.Found> found = routes.find(exchange.method(), exchange.decodedPath());
        return found.isPresent()
                ? found.get().answer(exchange)
                : reply(FastApi.unrouted(routes, exchange).orElseGet(() -> error(404)), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 500 -> Answer.text(500, "text/plain; charset=utf-8", "Internal Server Error");
            case 401 -> FastApi.detail(401, "API key is invalid, please provide a valid API key in the header.");
            case 404 -> FastApi.detail(404, "Not Found");
            case 429 -> FastApi.detail(429, "Rate limit exceeded");
            default -> FastApi.detail(status, "Error " + status);
        };
    }

    @Override
    Answer signed(Answer answer, Exchange exchange) {
        return answer.header("server", "istio-envoy").header("x-envoy-upstream-service-time", "12");
    }
}
