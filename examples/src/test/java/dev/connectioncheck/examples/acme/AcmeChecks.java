package dev.connectioncheck.examples.acme;

import dev.connectioncheck.client.ApiRuntime;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.http.Resend;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;

// tag::protocol
/** Acme's way of checking: a probe is started, then asked for. */
final class AcmeChecks implements CheckProtocol<AcmeTarget> {
    private final ApiRuntime runtime;

    AcmeChecks(ApiRuntime runtime) {
        this.runtime = runtime;
    }

    @Override
    public String vendor() {
        return AcmeTarget.VENDOR;
    }

    @Override
    public Class<AcmeTarget> targetType() {
        return AcmeTarget.class;
    }

    @Override
    public ApiCall<Progress> start(AcmeTarget target) {
        return runtime.request("POST", "startProbe", "/v2/pipes/{pipe}/probes")
                .path("pipe", target.pipe())
                .resend(Resend.UNLESS_PROCESSED)
                .call(AcmeProbe.class, 201)
                .map(AcmeVerdict::read);
    }

    @Override
    public ApiCall<Progress> poll(AcmeTarget target, Progress.Running last) {
        return runtime.request("GET", "getProbe", "/v2/probes/{probe}")
                .path("probe", last.checkId())
                .resend(Resend.ALWAYS)
                .call(AcmeProbe.class, 200)
                .map(AcmeVerdict::read);
    }

    @Override
    public String reference(AcmeTarget target) {
        return target.pipe();
    }

    @Override
    public AcmeTarget targetOf(String reference) {
        return AcmeTarget.pipe(reference);
    }
}
// end::protocol
