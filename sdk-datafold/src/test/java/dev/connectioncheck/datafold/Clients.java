package dev.connectioncheck.datafold;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.sandbox.DatafoldSandbox;
import dev.connectioncheck.time.TimeSource;

/** Makes clients and checkers of the sandbox. */
final class Clients {
    private Clients() {}

    static DatafoldClient.Builder builder(DatafoldSandbox datafold) {
        return DatafoldClient.builder().apiKey(datafold.apiKey()).baseUrl(datafold.baseUrl());
    }

    static ConnectionChecker checker(DatafoldClient.Builder client, TimeSource time) {
        return ConnectionChecker.builder()
                .client(client.build())
                .timeSource(time)
                .build();
    }
}
