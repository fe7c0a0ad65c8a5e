package dev.connectioncheck.benchmarks.calls;

import dev.connectioncheck.benchmarks.peers.jdk.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.benchmarks.peers.jdk.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.benchmarks.peers.jdk.squared.model.CheckConnectionRequest;
import dev.connectioncheck.benchmarks.peers.jdk.squared.model.ConnectionStatusType;
import dev.connectioncheck.benchmarks.peers.jdk.squared.model.ConnectorType;
import java.net.http.HttpRequest;

/** What openapi-generator's library {@code native}, on the JDK's own HTTP client, makes of our specs. */
final class Native {
    private Native() {}

    static Contender artie(String url) {
        var client = new dev.connectioncheck.benchmarks.peers.jdk.artie.ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(Native::authorize);
        var connectors = new dev.connectioncheck.benchmarks.peers.jdk.artie.api.ConnectorsApi(client);
        PayloadsConnectorPayload payload =
                new PayloadsConnectorPayload().type("postgresql").sharedConfig(Contenders.SETTINGS);
        return () -> {
            RouterConnectorPingResponse response = connectors.pingConnector(payload);
            return response == null || response.getError().isEmpty();
        };
    }

    static Contender squared(String url) {
        var client = new dev.connectioncheck.benchmarks.peers.jdk.squared.ApiClient();
        client.updateBaseUri(url);
        client.setRequestInterceptor(Native::authorize);
        var connectors = new dev.connectioncheck.benchmarks.peers.jdk.squared.api.ConnectorsApi(client);
        CheckConnectionRequest request = new CheckConnectionRequest()
                .type(ConnectorType.SOURCE)
                .name("Postgresql")
                .connectionSpec(Contenders.SETTINGS);
        return () ->
                connectors.checkConnection(7L, request).getConnectionStatus().getStatus()
                        == ConnectionStatusType.SUCCEEDED;
    }

    private static void authorize(HttpRequest.Builder request) {
        request.header("Authorization", "Bearer " + Contenders.KEY);
    }
}
