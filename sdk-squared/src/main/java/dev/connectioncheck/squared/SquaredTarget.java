package dev.connectioncheck.squared;

import dev.connectioncheck.Connection;
import dev.connectioncheck.model.JsonValues;
import dev.connectioncheck.spi.VendorTarget;
import dev.connectioncheck.squared.model.CheckConnectionRequest;
import dev.connectioncheck.squared.model.ConnectorType;
import dev.connectioncheck.squared.model.CreateConnectorRequest;
import dev.connectioncheck.squared.model.NewConnector;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a connection that AI Squared is to check: a connector definition and the settings to connect with. Immutable.
 *
 * <p>Squared checks settings that are not saved yet; it can't check a saved connector. There are two ways to learn of
 * one all the same: {@link #of} with its settings, or {@link #saved} with a query. {@code toString()} shows the
 * definition or the id, never the settings.
 *
 * <p>What {@code PASSED} is worth: as much as the connector's own try. A ClickHouse source never connects and always
 * passes (Multiwoven server code v0.124.0, connectors 0.34.6).
 */
public final class SquaredTarget extends VendorTarget<SquaredTarget> {
    static final String VENDOR = "squared";

    private final ConnectorType type;
    private final String definition;
    private final transient Map<String, @Nullable Object> connectionSpec;
    private final @Nullable String savedId;

    private SquaredTarget(
            ConnectorType type,
            String definition,
            Map<String, @Nullable Object> connectionSpec,
            @Nullable String savedId,
            Label label) {
        super(label);
        this.savedId = savedId;
        this.type = type;
        this.definition = definition;
        this.connectionSpec = connectionSpec;
    }

    private static SquaredTarget of(
            ConnectorType type, @Nullable String definition, @Nullable Map<String, ?> connectionSpec) {
        if (definition == null || definition.isBlank()) {
            throw new IllegalArgumentException(
                    "The connector definition must not be null or blank; give its name, such as Postgresql.");
        }
        return new SquaredTarget(
                type, definition, JsonValues.copyOf("connection_spec", connectionSpec), null, Label.none());
    }

    /**
     * Names a source.
     *
     * @param definition the connector definition's name, in its exact case, such as {@code Postgresql}; not its title
     * @param connectionSpec the settings, as the definition's JSON schema has them; copied. The vendor refuses empty
     *     ones
     * @return a target
     * @throws IllegalArgumentException if the name is blank, or the settings are null or hold what is no JSON
     */
    public static SquaredTarget source(String definition, Map<String, ?> connectionSpec) {
        return of(ConnectorType.SOURCE, definition, connectionSpec);
    }

    /**
     * Names a destination.
     *
     * @param definition the connector definition's name, in its exact case, such as {@code Klaviyo}; not its title
     * @param connectionSpec the settings, as the definition's JSON schema has them; copied. The vendor refuses empty
     *     ones
     * @return a target
     * @throws IllegalArgumentException if the name is blank, or the settings are null or hold what is no JSON
     */
    public static SquaredTarget destination(String definition, Map<String, ?> connectionSpec) {
        return of(ConnectorType.DESTINATION, definition, connectionSpec);
    }

    /**
     * Names the settings of a saved connector, given anew: what is checked is that connector with these settings.
     * Squared shows no secret that it stored, so that they have to come from you.
     *
     * @param row a connector that Squared's inventory listed
     * @param connectionSpec all of its settings, as the definition's JSON schema has them; copied
     * @return a target with the row's definition, name and account
     * @throws IllegalArgumentException if the row is no connector of Squared's, or the settings are null, hold what is
     *     no JSON, or a mask in place of a secret
     */
    public static SquaredTarget of(Connection row, Map<String, ?> connectionSpec) {
        if (!row.vendor().equals(VENDOR)) {
            throw new IllegalArgumentException(row + " is no connector of Squared's.");
        }
        SquaredTarget plain = of(ConnectorType.of(row.kind()), row.type(), connectionSpec);
        SquaredTarget named = row.name().isBlank() ? plain : plain.named(row.name());
        return row.account().map(named::at).orElse(named);
    }

    /**
     * Names a saved source that Squared is to query, with the settings that it stored.
     *
     * <p>PASSED says that a value made for this check came back from the source: that proves something for Postgresql,
     * Redshift, Snowflake, Databricks, Bigquery and MariaDB. Any other connector is INCONCLUSIVE, and no query is made.
     * A query opens a connection, and wakes a warehouse that sleeps, which may cost money. FAILED has the driver's
     * words, which may also complain of the query.
     *
     * @param id the connector's id
     * @return a target
     * @throws IllegalArgumentException if the id is no number of 1 or more
     */
    public static SquaredTarget saved(String id) {
        if (id == null || !id.matches("[1-9][0-9]{0,18}")) {
            throw new IllegalArgumentException("The connector's id must be a number of 1 or more.");
        }
        return new SquaredTarget(ConnectorType.SOURCE, "", Map.of(), id, Label.none());
    }

    /**
     * Names a saved source by its number; see {@link #saved(String)}.
     *
     * @param id the connector's id
     * @return a target
     * @throws IllegalArgumentException if the id is less than 1
     */
    public static SquaredTarget saved(long id) {
        return saved(Long.toString(id));
    }

    @Override
    public Optional<String> id() {
        return Optional.ofNullable(savedId);
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    /** The body that checks this connection. */
    CheckConnectionRequest toCheck() {
        return CheckConnectionRequest.builder()
                .type(type)
                .name(definition)
                .connectionSpec(connectionSpec)
                .build();
    }

    /** The body that saves the very settings that were checked. */
    CreateConnectorRequest toCreate(String name) {
        return CreateConnectorRequest.builder()
                .connector(NewConnector.builder()
                        .name(name)
                        .connectorType(type)
                        .connectorName(definition)
                        .configuration(connectionSpec)
                        .build())
                .build();
    }

    /**
     * Returns what the settings are of.
     *
     * @return {@code source} or {@code destination}
     */
    @Override
    public String kind() {
        return type.value();
    }

    @Override
    protected SquaredTarget withLabel(Label label) {
        return new SquaredTarget(type, definition, connectionSpec, savedId, label);
    }

    @Override
    protected Object identity() {
        return savedId == null ? List.of(type, definition, connectionSpec) : savedId;
    }

    /** Shows the connector definition, or the id of a saved source. */
    @Override
    protected String subject() {
        return savedId == null ? definition : savedId;
    }
}
