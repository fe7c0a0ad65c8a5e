package dev.connectioncheck.unstructured;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.ApiResponse;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.unstructured.api.DestinationsApi;
import dev.connectioncheck.unstructured.api.SourcesApi;
import dev.connectioncheck.unstructured.model.DagNodeConnectionCheck;

/** Unstructured's way of checking: a check is started, then the latest one is asked for until it is ours and ended. */
final class UnstructuredChecks implements CheckProtocol<UnstructuredTarget> {
    private final SourcesApi sources;
    private final DestinationsApi destinations;

    UnstructuredChecks(SourcesApi sources, DestinationsApi destinations) {
        this.sources = sources;
        this.destinations = destinations;
    }

    @Override
    public String vendor() {
        return UnstructuredTarget.VENDOR;
    }

    @Override
    public Class<UnstructuredTarget> targetType() {
        return UnstructuredTarget.class;
    }

    @Override
    public ApiCall<Progress> start(UnstructuredTarget target) {
        ApiCall<DagNodeConnectionCheck> start = target.isSource()
                ? sources.createConnectionCheck(target.uuid())
                : destinations.createConnectionCheck(target.uuid());
        return start.map(UnstructuredVerdict::started);
    }

    @Override
    public ApiCall<Progress> poll(UnstructuredTarget target, Progress.Running last) {
        ApiCall<ApiResponse<DagNodeConnectionCheck>> latest = target.isSource()
                ? sources.getConnectionCheck(target.uuid())
                : destinations.getConnectionCheck(target.uuid());
        return latest.map(answer -> UnstructuredVerdict.polled(answer.body(), last));
    }

    @Override
    public String reference(UnstructuredTarget target) {
        return target.reference();
    }

    @Override
    public UnstructuredTarget targetOf(String reference) {
        return UnstructuredTarget.ofReference(reference);
    }
}
