package dev.connectioncheck.examples;

import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.sandbox.ArtieRow;
import dev.connectioncheck.sandbox.ArtieSandbox;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.DatafoldAnswer;
import dev.connectioncheck.sandbox.DatafoldRow;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SquaredRow;
import dev.connectioncheck.sandbox.SquaredSandbox;
import dev.connectioncheck.sandbox.UnstructuredRow;
import dev.connectioncheck.sandbox.UnstructuredSandbox;
import dev.connectioncheck.squared.SquaredClient;
import dev.connectioncheck.unstructured.UnstructuredClient;
import java.time.Duration;

/** Fills stand-ins for the vendors with made-up connections: some work, some don't, some can't be asked about. */
final class SandboxAccounts {
    private final Sandbox sandbox;
    private final Duration pace;

    /**
     * Fills a sandbox.
     *
     * @param pace how long the vendors that are polled take, about
     */
    SandboxAccounts(Sandbox sandbox, Duration pace) {
        this.sandbox = sandbox;
        this.pace = pace;
    }

    Account squared() {
        SquaredSandbox vendor = sandbox.squared();
        vendor.add(SquaredRow.source("Postgresql").named("orders"));
        vendor.add(SquaredRow.source("Snowflake").named("warehouse"));
        vendor.add(SquaredRow.source("AmazonS3").named("exports"));
        vendor.add(SquaredRow.destination("Klaviyo").named("newsletter"));
        vendor.add(SquaredRow.destination("Http").named("webhook"));
        return new Account(
                "squared",
                SquaredClient.builder()
                        .apiKey(vendor.apiKey())
                        .workspaceId(vendor.workspaceId())
                        .baseUrl(vendor.baseUrl())
                        .build(),
                false);
    }

    Account unstructured() {
        UnstructuredSandbox vendor = sandbox.unstructured();
        vendor.add(UnstructuredRow.source("s3").named("contracts").behaving(slow()));
        vendor.add(UnstructuredRow.source("google_drive").named("handbook").behaving(slow()));
        vendor.add(UnstructuredRow.source("sharepoint").named("minutes").behaving(broken("AADSTS7000222: expired")));
        vendor.add(UnstructuredRow.source("salesforce").named("cases").behaving(slow()));
        vendor.add(UnstructuredRow.source("jira").named("tickets").behaving(Behavior.passes()));
        vendor.add(UnstructuredRow.source("azure").named("scans").behaving(Behavior.passes()));
        vendor.add(UnstructuredRow.destination("pinecone").named("index").behaving(broken("Index \"docs\" not found")));
        vendor.add(UnstructuredRow.destination("postgres").named("vectors").behaving(slow()));
        vendor.add(UnstructuredRow.destination("elasticsearch").named("search").behaving(Behavior.passes()));
        return new Account(
                "unstructured",
                UnstructuredClient.builder()
                        .apiKey(vendor.apiKey())
                        .baseUrl(vendor.baseUrl())
                        .build(),
                false);
    }

    Account datafold() {
        DatafoldSandbox vendor = sandbox.datafold();
        vendor.add(DatafoldRow.of("snowflake").named("analytics").behaving(slow()));
        vendor.add(DatafoldRow.of("bigquery").named("events").behaving(Behavior.passes()));
        vendor.add(DatafoldRow.of("pg").named("shop replica").behaving(Behavior.passes()));
        vendor.add(DatafoldRow.of("snowflake")
                .named("reporting")
                .behaving(broken("Role REPORTER may not use warehouse WH")));
        vendor.add(DatafoldRow.of("databricks").named("lake").polls(DatafoldAnswer.job("needs_authentication")));
        vendor.add(DatafoldRow.of("redshift").named("archive").paused());
        vendor.add(DatafoldRow.of("mysql").named("payroll").inaccessible());
        return new Account(
                "datafold",
                DatafoldClient.builder()
                        .apiKey(vendor.apiKey())
                        .baseUrl(vendor.baseUrl())
                        .build(),
                false);
    }

    Account artie() {
        ArtieSandbox vendor = sandbox.artie();
        vendor.add(ArtieRow.source("postgresql").named("billing").behaving(Behavior.passes()));
        vendor.add(ArtieRow.source("mysql").named("shop").behaving(Behavior.passes()));
        vendor.add(ArtieRow.source("mongodb").named("sessions").behaving(Behavior.passes()));
        vendor.add(ArtieRow.source("mssql")
                .named("ledger")
                .behaving(Behavior.fails("dial tcp 10.0.0.7:1433: connect: connection refused")));
        vendor.add(ArtieRow.source("oracle").named("old shop").vanishing());
        vendor.add(ArtieRow.destination("snowflake").named("lake house").behaving(Behavior.passes()));
        vendor.add(ArtieRow.destination("redshift").named("marts").behaving(Behavior.passes()));
        vendor.add(ArtieRow.destination("bigquery")
                .named("ads")
                .behaving(Behavior.fails("googleapi: Error 403: Access Denied: Project ads")));
        return new Account(
                "artie",
                ArtieClient.builder()
                        .apiKey(vendor.apiKey())
                        .baseUrl(vendor.baseUrl())
                        .build(),
                false);
    }

    private Behavior slow() {
        return Behavior.passes().after(pace);
    }

    private Behavior broken(String message) {
        return Behavior.fails(message).after(pace.dividedBy(2));
    }
}
