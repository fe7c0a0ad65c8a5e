package dev.connectioncheck.examples.postgres;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.artie.ArtieClient;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Phase;
import dev.connectioncheck.sandbox.Sandbox;
import dev.connectioncheck.sandbox.SandboxRequest;
import java.util.Map;
import java.util.stream.Collectors;

/** The sandbox as vendor: Datafold, whose checks are polled, and Artie, which answers inline. Thread-safe. */
final class Vendor implements AutoCloseable {
    private final Sandbox sandbox = Sandbox.start();

    /** Saves a data source, and returns the name of the connection. */
    String polled(Behavior behavior) {
        return Long.toString(sandbox.datafold().dataSource(behavior));
    }

    /** Saves a connector, and returns the name of the connection. */
    String inline(Behavior behavior) {
        return sandbox.artie().saved(behavior).toString();
    }

    /** Accepts the next starts, and says nothing of it. */
    void acceptInSilence(int starts) {
        sandbox.datafold().at(Phase.START, Fault.silentBeforeHeaders().afterProcessing(), starts);
    }

    /** How often a start was sent, by connection. */
    Map<String, Long> starts() {
        return sandbox.datafold().requests().stream()
                .filter(request -> request.method().equals("POST"))
                .map(SandboxRequest::path)
                .collect(Collectors.groupingBy(
                        path -> path.replaceFirst(".*/data_sources/(\\d+)/test", "$1"), Collectors.counting()));
    }

    String url() {
        return sandbox.datafold().baseUrl();
    }

    String key() {
        return sandbox.datafold().apiKey();
    }

    ConnectionChecker checker() {
        return ConnectionChecker.of(
                DatafoldClient.builder().apiKey(key()).baseUrl(url()).build(),
                ArtieClient.builder()
                        .apiKey(sandbox.artie().apiKey())
                        .baseUrl(sandbox.artie().baseUrl())
                        .build());
    }

    static CheckTarget target(String connection) {
        return connection.contains("-")
                ? ArtieTarget.saved(connection)
                : DatafoldTarget.dataSource(Long.parseLong(connection));
    }

    @Override
    public void close() {
        sandbox.close();
    }
}
