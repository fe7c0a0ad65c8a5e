package dev.connectioncheck.reliability;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import java.util.function.UnaryOperator;

/** A vendor's client that reads its answers worse than the real one. */
final class WorseClient<T extends CheckTarget> implements CheckProtocol<T> {
    private final CheckProtocol<T> real;
    private final UnaryOperator<ApiCall<Progress>> worse;

    private WorseClient(CheckProtocol<T> real, UnaryOperator<ApiCall<Progress>> worse) {
        this.real = real;
        this.worse = worse;
    }

    static VendorClient of(VendorClient real, UnaryOperator<ApiCall<Progress>> worse) {
        return () -> new WorseClient<>(real.checks(), worse);
    }

    @Override
    public String vendor() {
        return real.vendor();
    }

    @Override
    public Class<T> targetType() {
        return real.targetType();
    }

    @Override
    public ApiCall<Progress> start(T target) {
        return worse.apply(real.start(target));
    }

    @Override
    public ApiCall<Progress> poll(T target, Progress.Running last) {
        return worse.apply(real.poll(target, last));
    }

    @Override
    public String reference(T target) {
        return real.reference(target);
    }

    @Override
    public T targetOf(String reference) {
        return real.targetOf(reference);
    }
}
