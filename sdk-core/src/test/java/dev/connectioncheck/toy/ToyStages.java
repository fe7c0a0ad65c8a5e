package dev.connectioncheck.toy;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.util.concurrent.CompletionStage;
import java.util.function.Function;
import java.util.function.Supplier;

/** The toy vendor reached by something else than HTTP: a test's own code begins each stage, on the engine's thread. */
public final class ToyStages implements CheckProtocol<ToyTarget> {
    private final Function<ToyTarget, CompletionStage<Progress>> start;
    private final Supplier<CompletionStage<Progress>> poll;

    public ToyStages(Function<ToyTarget, CompletionStage<Progress>> start) {
        this(start, () -> {
            throw new AssertionError("there is nothing to poll");
        });
    }

    public ToyStages(Function<ToyTarget, CompletionStage<Progress>> start, Supplier<CompletionStage<Progress>> poll) {
        this.start = start;
        this.poll = poll;
    }

    /** Makes a checker of this vendor alone. */
    public ConnectionChecker.Builder checker(VirtualTime time) {
        return ConnectionChecker.builder().client(() -> this).timeSource(time);
    }

    @Override
    public String vendor() {
        return ToyClient.VENDOR;
    }

    @Override
    public Class<ToyTarget> targetType() {
        return ToyTarget.class;
    }

    @Override
    public ApiCall<Progress> start(ToyTarget target) {
        return ApiCall.from(() -> start.apply(target));
    }

    @Override
    public ApiCall<Progress> poll(ToyTarget target, Progress.Running last) {
        return ApiCall.from(poll);
    }

    @Override
    public String reference(ToyTarget target) {
        return target.key();
    }

    @Override
    public ToyTarget targetOf(String reference) {
        return ToyTarget.toy(reference);
    }
}
