package dev.connectioncheck.unstructured;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.UnstructuredSandbox;
import dev.connectioncheck.time.TimeSource;

/** Makes clients and checkers of the sandbox. */
final class Clients {
    private Clients() {}

    static UnstructuredClient.Builder builder(UnstructuredSandbox unstructured) {
        return UnstructuredClient.builder().apiKey(unstructured.apiKey()).baseUrl(unstructured.baseUrl());
    }

    static ConnectionChecker checker(UnstructuredClient.Builder client, TimeSource time) {
        return ConnectionChecker.builder()
                .client(client.build())
                .timeSource(time)
                .build();
    }
}
