package dev.connectioncheck.artie;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.artie.api.ConnectorsApi;
import dev.connectioncheck.artie.model.PayloadsConnectorPayload;
import dev.connectioncheck.artie.model.RouterConnectorPingResponse;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.util.UUID;

/** Artie's way of checking: inline; a saved connector is read first and sent back whole. */
final class ArtieChecks implements CheckProtocol<ArtieTarget> {
    private final ConnectorsApi connectors;

    ArtieChecks(ConnectorsApi connectors) {
        this.connectors = connectors;
    }

    @Override
    public String vendor() {
        return ArtieTarget.VENDOR;
    }

    @Override
    public Class<ArtieTarget> targetType() {
        return ArtieTarget.class;
    }

    @Override
    public ApiCall<Progress> start(ArtieTarget target) {
        ApiCall<ApiResponse<RouterConnectorPingResponse>> ping = target.savedId()
                .map(uuid -> pingSaved(uuid, target))
                .orElseGet(() -> connectors.pingConnector(target.payload()));
        return ping.map(ArtieVerdict::read);
    }

    /**
     * Sends back everything that the vendor gave, also what its specification does not know: the secrets in it are
     * masked, and the vendor puts the stored ones in their place by the {@code uuid} (artie-labs/artie-mcp).
     */
    private ApiCall<ApiResponse<RouterConnectorPingResponse>> pingSaved(UUID uuid, ArtieTarget target) {
        ApiCall<ApiResponse<RouterConnectorPingResponse>> ping =
                connectors.pingConnector(PayloadsConnectorPayload.builder().build());
        return connectors.get(uuid).as(ObjectNode.class).then(saved -> {
            throwIfOther(saved, uuid);
            saved.put("uuid", uuid.toString());
            target.payload().connectionRole().ifPresent(role -> saved.put("connectionRole", role.value()));
            return ping.withBody(new SavedConnector(saved));
        });
    }

    /** Whatever stands before Artie may answer with any object; that must not be pinged as if it were the connector. */
    private static void throwIfOther(ObjectNode saved, UUID uuid) {
        boolean isThis = saved.path("uuid").asText().equalsIgnoreCase(uuid.toString());
        if (!isThis || saved.path("type").asText().isBlank()) {
            throw new UnexpectedResponseException(
                    ConnectionCheckException.Failure.of(
                            ArtieTarget.VENDOR,
                            "getConnector",
                            "artie getConnector answered with an object that is not the connector " + uuid
                                    + "; nothing was pinged. Check the base URL and what stands between."),
                    null);
        }
    }
}
