package dev.connectioncheck.squared;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.squared.api.ConnectorsApi;

/**
 * Squared's way of checking: inline, for as long as the connector takes; of a saved connector, by a query at its
 * source.
 */
final class SquaredChecks implements CheckProtocol<SquaredTarget> {
    private final ConnectorsApi connectors;
    private final SquaredProbe probe;

    SquaredChecks(ConnectorsApi connectors, SquaredProbe probe) {
        this.connectors = connectors;
        this.probe = probe;
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
        return target.id()
                .map(probe::start)
                .orElseGet(() -> connectors.checkConnection(target.toCheck()).map(SquaredVerdict::read));
    }
}
