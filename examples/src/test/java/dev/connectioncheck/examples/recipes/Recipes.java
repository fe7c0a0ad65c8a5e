package dev.connectioncheck.examples.recipes;

import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.artie.model.ConnectorPayload;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.datafold.model.NewDataSource;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.squared.model.ConnectorChanges;
import dev.connectioncheck.squared.model.UpdateConnectorRequest;
import dev.connectioncheck.unstructured.UnstructuredClient;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import dev.connectioncheck.unstructured.model.CreateSourceConnector;
import java.util.Map;
import java.util.UUID;

/** Ways to save a connection that works. */
final class Recipes {
    private Recipes() {}

    // tag::squared-create
    /** Saves a connector at Squared, with the very settings that its check tried. */
    static String createIfItWorks(
            ConnectionChecker checker, SquaredClient squared, String name, Map<String, Object> settings) {
        SquaredTarget target = SquaredTarget.source("Postgresql", settings).named(name);
        CheckResult result = checker.check(target);
        if (!result.passed()) {
            throw new IllegalStateException(result.toString());
        }
        return squared.createConnector(target, name).execute().data().id();
    }
    // end::squared-create

    // tag::artie-create
    /** Saves a connector at Artie after a ping with the same settings. */
    static UUID createIfItWorks(
            ConnectionChecker checker, ArtieClient artie, String label, Map<String, Object> settings) {
        CheckResult result =
                checker.check(ArtieTarget.unsaved("postgresql", settings).asSource());
        if (!result.passed()) {
            throw new IllegalStateException(result.toString());
        }
        ConnectorPayload connector = ConnectorPayload.builder()
                .label(label)
                .type("postgresql")
                .sharedConfig(settings)
                .build();
        return artie.connectors().create(connector).execute().uuid();
    }
    // end::artie-create

    // tag::unstructured-create
    /** Saves a source at Unstructured, which checks nothing unsaved, and deletes it again if it does not work. */
    static UUID createAndKeepIfItWorks(
            ConnectionChecker checker, UnstructuredClient unstructured, String name, Map<String, Object> config) {
        UUID made = unstructured
                .sources()
                .create(CreateSourceConnector.builder()
                        .name(name)
                        .type("s3")
                        .config(config)
                        .build())
                .execute()
                .id();
        CheckResult result = checker.check(UnstructuredTarget.source(made).named(name));
        if (!result.passed()) {
            unstructured.sources().delete(made).execute(); // what this call made, and nothing else
            throw new IllegalStateException(result.toString());
        }
        return made;
    }
    // end::unstructured-create

    // tag::datafold-create
    /** Saves a data source at Datafold and checks it; Datafold's API deletes none, so a broken one stays. */
    static CheckResult createAndCheck(
            ConnectionChecker checker, DatafoldClient datafold, String name, Map<String, Object> options) {
        NewDataSource source =
                NewDataSource.builder().name(name).type("pg").options(options).build();
        long made = datafold.dataSources().create(source).execute().id();
        return checker.check(DatafoldTarget.dataSource(made).named(name));
    }
    // end::datafold-create

    // tag::squared-update
    /** Changes a connector's settings at Squared if the new ones work; all of them, secrets included, are yours. */
    static void updateIfItWorks(
            ConnectionChecker checker, SquaredClient squared, String id, Map<String, Object> settings) {
        CheckResult result = checker.check(SquaredTarget.source("Postgresql", settings));
        if (!result.passed()) {
            throw new IllegalStateException(result.toString());
        }
        ConnectorChanges changes =
                ConnectorChanges.builder().configuration(settings).build();
        squared.connectors()
                .update(id, UpdateConnectorRequest.builder().connector(changes).build())
                .execute();
    }
    // end::squared-update

    // tag::artie-update
    /** Changes a connector's settings at Artie if the new ones work. */
    static void updateIfItWorks(
            ConnectionChecker checker, ArtieClient artie, UUID id, String label, Map<String, Object> settings) {
        CheckResult result = checker.check(ArtieTarget.unsaved("postgresql", settings));
        if (!result.passed()) {
            throw new IllegalStateException(result.toString());
        }
        ConnectorPayload connector = ConnectorPayload.builder()
                .uuid(id.toString())
                .label(label)
                .type("postgresql")
                .sharedConfig(settings)
                .build();
        artie.connectors().update(id, connector).execute();
    }
    // end::artie-update
}
