package dev.connectioncheck.squared;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.api.ConnectorsApi;

/** Squared's way of checking: inline, for as long as the connector takes. */
final class SquaredChecks implements CheckProtocol<SquaredTarget> {
    private final ConnectorsApi connectors;

    SquaredChecks(ConnectorsApi connectors) {
        this.connectors = connectors;
    }

    @Override
    public String vendor() {
        return SquaredTarget.VENDOR;
    }

    @Override
    public Class<SquaredTarget> targetType() {
        return SquaredTarget.class;
    }

    @Override
    public ApiCall<Progress> start(SquaredTarget target) {
        return connectors.checkConnection(target.toCheck()).map(SquaredVerdict::read);
    }
}
