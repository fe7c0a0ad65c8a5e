package dev.connectioncheck.reliability;

import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.model.ConnectorPayload;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.client.ClientBuilder;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.model.NewDataSource;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.reliability.TypedOperation.About;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.UnstructuredRow;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.model.CheckConnectionRequest;
import dev.connectioncheck.squared.model.ConnectorChanges;
import dev.connectioncheck.squared.model.ConnectorType;
import dev.connectioncheck.squared.model.CreateConnectorRequest;
import dev.connectioncheck.squared.model.NewConnector;
import dev.connectioncheck.squared.model.QuerySourceRequest;
import dev.connectioncheck.squared.model.UpdateConnectorRequest;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.model.CreateDestinationConnector;
import dev.connectioncheck.unstructured.model.CreateSourceConnector;
import dev.connectioncheck.unstructured.model.UpdateDestinationConnector;
import dev.connectioncheck.unstructured.model.UpdateSourceConnector;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.function.Supplier;

/** Every operation of the generated clients, with what it needs at the stand-in. */
final class TypedOperations {
    static final List<String> VENDORS = List.of("squared", "unstructured", "datafold", "artie");

    private final String vendor;
    private final List<TypedOperation> all = new ArrayList<>();

    private TypedOperations(String vendor) {
        this.vendor = vendor;
    }

    /** Prepares a vendor's stand-in, with a secret among all settings, and lists the vendor's operations. */
    static List<TypedOperation> prepared(
            String vendor, Sandbox sandbox, Consumer<ClientBuilder<?>> client, String secret) {
        TypedOperations operations = new TypedOperations(vendor);
        switch (vendor) {
            case "squared" -> operations.squared(sandbox, client, secret);
            case "unstructured" -> operations.unstructured(sandbox, client, secret);
            case "datafold" -> operations.datafold(sandbox, client, secret);
            default -> operations.artie(sandbox, client, secret);
        }
        return operations.all;
    }

    private void add(String name, Phase phase, Resend resend, About about, Supplier<ApiCall<?>> call) {
        all.add(new TypedOperation(vendor, name, phase, resend, about, call));
    }

    private void squared(Sandbox sandbox, Consumer<ClientBuilder<?>> settings, String secret) {
        SquaredClient.Builder builder =
                SquaredClient.builder().workspaceId(sandbox.squared().workspaceId());
        settings.accept(builder);
        SquaredClient client = builder.build();
        Map<String, Object> spec =
                Vendors.with(sandbox.squared().sourceSettings("Postgresql", Behavior.passes()), secret);
        SquaredRow row = SquaredRow.source("Postgresql").settings(spec);
        String read = String.valueOf(sandbox.squared().add(row));
        String deleted = String.valueOf(sandbox.squared().add(row));
        var connectors = client.connectors();
        add(
                "connectors().checkConnection",
                Phase.START,
                Resend.UNLESS_SENT,
                About.ALL,
                () -> connectors.checkConnection(CheckConnectionRequest.builder()
                        .type(ConnectorType.SOURCE)
                        .name("Postgresql")
                        .connectionSpec(spec)
                        .build()));
        add("connectors().list", Phase.LIST, Resend.ALWAYS, About.ALL, connectors::list);
        add(
                "connectors().create",
                Phase.CREATE,
                Resend.NEVER,
                About.ALL,
                () -> connectors.create(CreateConnectorRequest.builder()
                        .connector(NewConnector.builder()
                                .name("orders")
                                .connectorType(ConnectorType.SOURCE)
                                .connectorName("Postgresql")
                                .configuration(spec)
                                .build())
                        .build()));
        add("connectors().get", Phase.READ, Resend.ALWAYS, About.ONE, () -> connectors.get(read));
        add(
                "connectors().update",
                Phase.UPDATE,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> connectors.update(
                        read,
                        UpdateConnectorRequest.builder()
                                .connector(ConnectorChanges.builder()
                                        .configuration(spec)
                                        .build())
                                .build()));
        add(
                "connectors().querySource",
                Phase.QUERY,
                Resend.UNLESS_SENT,
                About.ONE,
                () -> connectors.querySource(
                        read,
                        QuerySourceRequest.builder().query("SELECT 1 AS one").build()));
        add("connectors().delete", Phase.DELETE, Resend.UNLESS_SENT, About.ONE, () -> connectors.delete(deleted));
    }

    private void unstructured(Sandbox sandbox, Consumer<ClientBuilder<?>> settings, String secret) {
        UnstructuredClient.Builder builder = UnstructuredClient.builder();
        settings.accept(builder);
        UnstructuredClient client = builder.build();
        sandbox.unstructured().maskSecrets(false);
        Map<String, Object> config = Vendors.with(sandbox.unstructured().settings(Behavior.passes()), secret);
        sources(client, sandbox, config);
        destinations(client, sandbox, config);
    }

    private void sources(UnstructuredClient client, Sandbox sandbox, Map<String, Object> config) {
        UnstructuredRow row = UnstructuredRow.source("s3").settings(config);
        UUID id = sandbox.unstructured().add(row);
        UUID deleted = sandbox.unstructured().add(row);
        client.sources().createConnectionCheck(id).execute();
        var sources = client.sources();
        add("sources().list", Phase.LIST, Resend.ALWAYS, About.ALL, sources::list);
        add(
                "sources().create",
                Phase.CREATE,
                Resend.NEVER,
                About.ALL,
                () -> sources.create(CreateSourceConnector.builder()
                        .name("orders")
                        .type("s3")
                        .config(config)
                        .build()));
        add("sources().get", Phase.READ, Resend.ALWAYS, About.ONE, () -> sources.get(id));
        add(
                "sources().update",
                Phase.UPDATE,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> sources.update(
                        id, UpdateSourceConnector.builder().config(config).build()));
        add(
                "sources().createConnectionCheck",
                Phase.START,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> sources.createConnectionCheck(id));
        add("sources().getConnectionCheck", Phase.POLL, Resend.ALWAYS, About.ONE, () -> sources.getConnectionCheck(id));
        add("sources().delete", Phase.DELETE, Resend.UNLESS_SENT, About.ONE, () -> sources.delete(deleted));
    }

    private void destinations(UnstructuredClient client, Sandbox sandbox, Map<String, Object> config) {
        UnstructuredRow row = UnstructuredRow.destination("s3").settings(config);
        UUID id = sandbox.unstructured().add(row);
        UUID deleted = sandbox.unstructured().add(row);
        client.destinations().createConnectionCheck(id).execute();
        var destinations = client.destinations();
        add("destinations().list", Phase.LIST, Resend.ALWAYS, About.ALL, destinations::list);
        add(
                "destinations().create",
                Phase.CREATE,
                Resend.NEVER,
                About.ALL,
                () -> destinations.create(CreateDestinationConnector.builder()
                        .name("orders")
                        .type("s3")
                        .config(config)
                        .build()));
        add("destinations().get", Phase.READ, Resend.ALWAYS, About.ONE, () -> destinations.get(id));
        add(
                "destinations().update",
                Phase.UPDATE,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> destinations.update(
                        id, UpdateDestinationConnector.builder().config(config).build()));
        add(
                "destinations().createConnectionCheck",
                Phase.START,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> destinations.createConnectionCheck(id));
        add(
                "destinations().getConnectionCheck",
                Phase.POLL,
                Resend.ALWAYS,
                About.ONE,
                () -> destinations.getConnectionCheck(id));
        add("destinations().delete", Phase.DELETE, Resend.UNLESS_SENT, About.ONE, () -> destinations.delete(deleted));
    }

    private void datafold(Sandbox sandbox, Consumer<ClientBuilder<?>> settings, String secret) {
        DatafoldClient.Builder builder = DatafoldClient.builder();
        settings.accept(builder);
        DatafoldClient client = builder.build();
        Map<String, Object> options = Vendors.with(sandbox.datafold().settings(Behavior.passes()), secret);
        long id = sandbox.datafold().add(DatafoldRow.of("pg").settings(options));
        var sources = client.dataSources();
        long job = sources.testDataSource(id).execute().jobId();
        add("dataSources().list", Phase.LIST, Resend.ALWAYS, About.ALL, sources::list);
        add("dataSources().types", Phase.TYPES, Resend.ALWAYS, About.ALL, sources::types);
        add(
                "dataSources().create",
                Phase.CREATE,
                Resend.NEVER,
                About.ALL,
                () -> sources.create(NewDataSource.builder()
                        .name("orders")
                        .type("pg")
                        .options(options)
                        .build()));
        add("dataSources().get", Phase.READ, Resend.ALWAYS, About.ONE, () -> sources.get(id));
        add(
                "dataSources().testDataSource",
                Phase.START,
                Resend.UNLESS_PROCESSED,
                About.ONE,
                () -> sources.testDataSource(id));
        add(
                "dataSources().getDataSourceTest",
                Phase.POLL,
                Resend.ALWAYS,
                About.ONE,
                () -> sources.getDataSourceTest(job));
    }

    private void artie(Sandbox sandbox, Consumer<ClientBuilder<?>> settings, String secret) {
        ArtieClient.Builder builder = ArtieClient.builder();
        settings.accept(builder);
        ArtieClient client = builder.build();
        sandbox.artie().maskSecrets(false);
        Map<String, Object> config = Vendors.with(sandbox.artie().unsaved(Behavior.passes()), secret);
        ArtieRow row = ArtieRow.source("postgresql").settings(config);
        UUID id = sandbox.artie().add(row);
        UUID deleted = sandbox.artie().add(row);
        ConnectorPayload payload = ConnectorPayload.builder()
                .type("postgresql")
                .label("orders")
                .sharedConfig(config)
                .build();
        var connectors = client.connectors();
        add(
                "connectors().pingConnector",
                Phase.START,
                Resend.ALWAYS,
                About.ALL,
                () -> connectors.pingConnector(PayloadsConnectorPayload.builder()
                        .type("postgresql")
                        .sharedConfig(config)
                        .build()));
        add("connectors().list", Phase.LIST, Resend.ALWAYS, About.ALL, () -> connectors.list(true));
        add("connectors().create", Phase.CREATE, Resend.NEVER, About.ALL, () -> connectors.create(payload));
        add("connectors().get", Phase.READ, Resend.ALWAYS, About.ONE, () -> connectors.get(id));
        add("connectors().update", Phase.UPDATE, Resend.NEVER, About.ONE, () -> connectors.update(id, payload));
        add("connectors().delete", Phase.DELETE, Resend.UNLESS_SENT, About.ONE, () -> connectors.delete(deleted));
    }
}
