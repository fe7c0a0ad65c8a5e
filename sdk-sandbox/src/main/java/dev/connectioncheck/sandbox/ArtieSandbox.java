package dev.connectioncheck.sandbox;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import mockwebserver3.MockResponse;

/**
 * Stands in for Artie: a company's connectors to list, read, create, change and delete, and pings of connectors, saved
 * or not.
 *
 * <p>True to Artie's published API and to what its own Terraform provider and MCP server do: 204 is success, 200 tells
 * a failure in {@code error}, 400 refuses the request. A saved connector is read with its secrets masked and pinged by
 * sending that whole body back; the {@code uuid} in it lets the server put the secrets back, and without it the mask is
 * taken for the password. A list without {@code includeSourceConnectors=true} has destinations only. Gates in order:
 * route, key, body, connector.
 *
 * <p>Which fields a ping needs is not published, so none is asked for. Settings that the sandbox did not make can't be
 * connected to. What differs on purpose is listed in the package's documentation. Thread-safe.
 */
public final class ArtieSandbox extends VendorSandbox {
    private final Map<String, ArtieConnector> connectors = Collections.synchronizedMap(new LinkedHashMap<>());
    private final UUID company = UUID.randomUUID();
    private final Marks marks = new Marks();
    private final Routes routes;
    private volatile boolean masks = true;

    ArtieSandbox(Hosting hosting) {
        super(hosting, "arsk_");
        routes = new ArtieOperations(this, marks).routes();
    }

    /**
     * Makes a saved connector of type {@code postgresql}, a destination called {@code Orders}.
     *
     * <p>Reading it gives masked secrets, and fields that the published ping request does not know. The faults of
     * {@link Phase#READ} strike the reading, those of {@link Phase#START} the ping.
     *
     * @param behavior how it answers
     * @return the connector's id
     */
    public UUID saved(Behavior behavior) {
        return add(ArtieRow.destination("postgresql").named("Orders").behaving(behavior));
    }

    /**
     * Saves a connector.
     *
     * @param row what to save; lists show rows in the order in which they were saved
     * @return its id
     */
    public UUID add(ArtieRow row) {
        return save(row).uuid();
    }

    /**
     * Deletes a connector behind the client's back.
     *
     * @param id its id; one that is not there is let be
     */
    public void remove(UUID id) {
        connectors.remove(id.toString());
    }

    /**
     * Makes the configuration of a connector of type {@code postgresql} that is not saved.
     *
     * @param behavior how it answers
     * @return a new {@code sharedConfig}, to send with the type {@code postgresql}; its host selects the behaviour, so
     *     it may be changed otherwise
     */
    public Map<String, Object> unsaved(Behavior behavior) {
        return unsaved("postgresql", behavior);
    }

    /**
     * Makes the configuration of a connector that is not saved, to ping it or to create one with.
     *
     * @param type the vendor's word, for example {@code snowflake}
     * @param behavior how it answers; its faults of {@link Phase#CREATE} strike the creation
     * @return a new {@code sharedConfig}; its host, or where there is none what is left of its values, selects the
     *     behaviour. Empty, and so of no use, for a type whose keys are not published
     */
    public Map<String, Object> unsaved(String type, Behavior behavior) {
        return ArtieType.of(type).sample(marks.of(new Connection(behavior)));
    }

    /**
     * Shows secrets as eight asterisks, or in clear.
     *
     * <p>Both were seen at the vendor: masked by its MCP server, clear by its Terraform provider. A mask that is sent
     * to be stored is stored either way, and the next ping fails.
     *
     * @param masked default: true
     */
    public void maskSecrets(boolean masked) {
        masks = masked;
    }

    /**
     * Gives the configuration that is stored for a connector, secrets in clear.
     *
     * @param id its id
     * @return a copy
     * @throws IllegalArgumentException if there is no such connector
     */
    public Map<String, Object> settings(UUID id) {
        return Optional.ofNullable(connectors.get(id.toString()))
                .map(connector -> Json.copy(connector.settings()))
                .orElseThrow(() -> new IllegalArgumentException("There is no connector " + id + "."));
    }

    ArtieConnector save(ArtieRow row) {
        String mark = Marks.fresh();
        Map<String, Object> settings =
                row.settings().orElseGet(() -> ArtieType.of(row.type()).sample(mark));
        ArtieConnector connector = new ArtieConnector(company, row, settings, time().now());
        marks.put(mark, connector);
        connectors.put(connector.uuid().toString(), connector);
        return connector;
    }

    List<?> listed(boolean sourcesToo) {
        synchronized (connectors) {
            return connectors.values().stream()
                    .filter(connector -> sourcesToo || connector.row().isDestination())
                    .map(ArtieConnector::listed)
                    .toList();
        }
    }

    Map<String, ?> shown(ArtieConnector connector) {
        return connector.shown(masks);
    }

    /** Finds what a request may see: what has vanished is not there. */
    Optional<ArtieConnector> find(String uuid) {
        return Optional.ofNullable(connectors.get(uuid))
                .filter(connector -> !connector.row().isVanished());
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Optional<Routes.Found> found = routes.find(exchange.method(), exchange.decodedPath());
        return found.isPresent()
                ? found.get().answer(exchange)
                : reply(ArtieOperations.failure(404, "not found"), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 400 -> ArtieOperations.failure(400, "host is required");
            case 401 -> ArtieOperations.failure(401, "unauthorized");
            case 403 -> ArtieOperations.failure(403, "forbidden");
            case 404 -> ArtieOperations.failure(404, "connector not found");
            default -> ArtieOperations.failure(status, "something went wrong");
        };
    }
}
