package dev.connectioncheck.unstructured;

import dev.connectioncheck.Connection;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.unstructured.api.DestinationsApi;
import dev.connectioncheck.unstructured.api.SourcesApi;
import java.util.UUID;

/**
 * Lists the connectors of a workspace: first its sources, then its destinations, each as one bare array without pages.
 * Nothing in the lists tells of a check (Unstructured's OpenAPI document 3.0.2).
 */
final class UnstructuredInventory {
    private UnstructuredInventory() {}

    static ApiCall<ConnectionPage> first(SourcesApi sources, DestinationsApi destinations) {
        return sources.list()
                .map(rows -> ConnectionPage.of(
                        rows.stream()
                                .map(row -> row(UnstructuredTarget.source(row.id()), row.id(), row.name(), row.type()))
                                .toList(),
                        second(destinations)));
    }

    private static ApiCall<ConnectionPage> second(DestinationsApi destinations) {
        return destinations
                .list()
                .map(rows -> ConnectionPage.last(rows.stream()
                        .map(row -> row(UnstructuredTarget.destination(row.id()), row.id(), row.name(), row.type()))
                        .toList()));
    }

    private static Connection row(UnstructuredTarget target, UUID id, String name, String type) {
        return Connection.builder(UnstructuredTarget.VENDOR, target.kind(), id.toString())
                .name(name)
                .type(type)
                .target(target)
                .build();
    }
}
