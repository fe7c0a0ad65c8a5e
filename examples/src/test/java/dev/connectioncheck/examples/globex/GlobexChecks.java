package dev.connectioncheck.examples.globex;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.Progress;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

// tag::protocol
/** Globex' way of checking: its driver answers inline, and blocks on a thread of its own meanwhile. */
final class GlobexChecks implements CheckProtocol<GlobexTarget> {
    private final GlobexDriver driver;
    private final ExecutorService workers;

    GlobexChecks(GlobexDriver driver, ExecutorService workers) {
        this.driver = driver;
        this.workers = workers;
    }

    @Override
    public String vendor() {
        return GlobexTarget.VENDOR;
    }

    @Override
    public Class<GlobexTarget> targetType() {
        return GlobexTarget.class;
    }

    @Override
    public ApiCall<Progress> start(GlobexTarget target) {
        return ApiCall.from(() -> begin(target.properties())).map(GlobexVerdict::read);
    }

    /** Cancelling the stage, which the engine does at the deadline too, interrupts the driver. */
    private CompletableFuture<GlobexDriver.Answer> begin(Map<String, @Nullable Object> properties) {
        CompletableFuture<GlobexDriver.Answer> stage = new CompletableFuture<>();
        Future<?> work = workers.submit(() -> verify(properties, stage));
        CompletableFuture<?> unused = stage.whenComplete((answer, error) -> {
            if (stage.isCancelled()) {
                work.cancel(true);
            }
        });
        return stage;
    }

    private void verify(Map<String, @Nullable Object> properties, CompletableFuture<GlobexDriver.Answer> stage) {
        try {
            stage.complete(driver.verify(properties));
        } catch (GlobexDriver.DriverException e) {
            stage.completeExceptionally(GlobexVerdict.explain(e));
        } catch (InterruptedException e) {
            stage.cancel(true);
        } catch (RuntimeException | Error e) {
            stage.completeExceptionally(e);
        }
    }
}
// end::protocol
