package dev.connectioncheck.squared;

import dev.connectioncheck.model.JsonValues;
import dev.connectioncheck.spi.VendorTarget;
import dev.connectioncheck.squared.model.CheckConnectionRequest;
import dev.connectioncheck.squared.model.ConnectorType;
import dev.connectioncheck.squared.model.CreateConnectorRequest;
import dev.connectioncheck.squared.model.NewConnector;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Names a connection that AI Squared is to check: a connector definition and the settings to connect with. Immutable.
 *
 * <p>Squared checks settings that are not saved yet; it cannot check a saved connector. {@code toString()} shows the
 * definition, never the settings.
 *
 * <p>What {@code PASSED} is worth: as much as the connector's own try. A ClickHouse source never connects and always
 * passes (Multiwoven server code v0.124.0, connectors 0.34.6).
 */
public final class SquaredTarget extends VendorTarget<SquaredTarget> {
    static final String VENDOR = "squared";

    private final ConnectorType type;
    private final String definition;
    private final transient Map<String, @Nullable Object> connectionSpec;

    private SquaredTarget(
            ConnectorType type, String definition, Map<String, @Nullable Object> connectionSpec, Label label) {
        super(label);
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
        return new SquaredTarget(type, definition, JsonValues.copyOf("connection_spec", connectionSpec), Label.none());
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
        return new SquaredTarget(type, definition, connectionSpec, label);
    }

    @Override
    protected Object identity() {
        return List.of(type, definition, connectionSpec);
    }

    /** Shows the connector definition. */
    @Override
    protected String subject() {
        return definition;
    }
}
