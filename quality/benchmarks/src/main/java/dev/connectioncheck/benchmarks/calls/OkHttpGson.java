package dev.connectioncheck.benchmarks.calls;

import dev.connectioncheck.benchmarks.peers.gson.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.benchmarks.peers.gson.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.benchmarks.peers.gson.squared.model.CheckConnectionRequest;
import dev.connectioncheck.benchmarks.peers.gson.squared.model.ConnectionStatusType;
import dev.connectioncheck.benchmarks.peers.gson.squared.model.ConnectorType;

/** What openapi-generator's library {@code okhttp-gson} makes of our specs. */
final class OkHttpGson {
    private OkHttpGson() {}

    static Contender artie(String url) {
        var client = new dev.connectioncheck.benchmarks.peers.gson.artie.ApiClient(Contenders.okHttp());
        client.setBasePath(url);
        client.setBearerToken(Contenders.KEY);
        var connectors = new dev.connectioncheck.benchmarks.peers.gson.artie.api.ConnectorsApi(client);
        PayloadsConnectorPayload payload =
                new PayloadsConnectorPayload().type("postgresql").sharedConfig(Contenders.SETTINGS);
        return () -> {
            RouterConnectorPingResponse response = connectors.pingConnector(payload);
            return response == null || response.getError().isEmpty();
        };
    }

    static Contender squared(String url) {
        var client = new dev.connectioncheck.benchmarks.peers.gson.squared.ApiClient(Contenders.okHttp());
        client.setBasePath(url);
        client.setBearerToken(Contenders.KEY);
        var connectors = new dev.connectioncheck.benchmarks.peers.gson.squared.api.ConnectorsApi(client);
        CheckConnectionRequest request = new CheckConnectionRequest()
                .type(ConnectorType.SOURCE)
                .name("Postgresql")
                .connectionSpec(Contenders.SETTINGS);
        return () ->
                connectors.checkConnection(7L, request).getConnectionStatus().getStatus()
                        == ConnectionStatusType.SUCCEEDED;
    }
}
