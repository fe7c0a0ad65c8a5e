package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.internal.check.CheckEngine;
import java.util.concurrent.CompletableFuture;

/** Lists the accounts of a checker; what the facade offers for that. Used by all threads; immutable. */
public final class Inventories {
    private final CheckEngine engine;

    public Inventories(CheckEngine engine) {
        this.engine = engine;
    }

    /** Lists them on the calling thread; only the timeout of the options counts. */
    public Inventory list(CheckOptions options) {
        engine.registry().throwIfClosed();
        CallerThread caller = new CallerThread(engine.time());
        return new InventoryRun(engine, options.timeout(), caller).begin().await(caller);
    }

    public CompletableFuture<Inventory> listAsync(CheckOptions options) {
        engine.registry().throwIfClosed();
        return new InventoryRun(engine, options.timeout(), engine.executor()).begin();
    }
}
