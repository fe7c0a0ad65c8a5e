package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.internal.check.CheckEngine;
import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.wire.Nanos;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Checks many targets; what the facade offers for that is put together here. Used by all threads; immutable. */
public final class BulkChecks {
    /** A number of checks at a time that hurts no vendor of which nothing is known. */
    private static final int USUAL_CONCURRENCY = 8;

    private static final int MOST_AHEAD = 256;
    private static final long FOR_EVER = Long.MAX_VALUE / 2;
    private static final String CHECK_ALL = "checkAll";
    private static final String CHECK_EACH = "checkEach";

    private final CheckEngine engine;
    private final CheckOptions defaults;
    private final Map<Clients.Entry, Gate> gates = new HashMap<>();

    /**
     * Makes the gates of all accounts.
     *
     * @param concurrency how many checks run at each account; null for what its client's pace says
     */
    public BulkChecks(CheckEngine engine, CheckOptions defaults, @Nullable Integer concurrency) {
        this.engine = engine;
        this.defaults = defaults;
        engine.clients().all().forEach(client -> gates.put(client, new Gate(usual(client, concurrency))));
    }

    private static int usual(Clients.Entry client, @Nullable Integer concurrency) {
        return concurrency != null
                ? concurrency
                : client.client().pace().checksAtOnce().orElse(USUAL_CONCURRENCY);
    }

    public CheckReport checkAll(List<? extends CheckTarget> targets, BulkOptions options) {
        CallerThread caller = new CallerThread(engine.time());
        return ofList(items(targets, options), List.of(), options, caller)
                .begin()
                .await(caller);
    }

    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets, BulkOptions options) {
        return ofList(items(targets, options), List.of(), options, engine.executor())
                .begin();
    }

    public CheckReport checkAll(Inventory inventory, BulkOptions options) {
        CallerThread caller = new CallerThread(engine.time());
        return ofList(items(inventory, options), inventory.errors(), options, caller)
                .begin()
                .await(caller);
    }

    public CompletableFuture<CheckReport> checkAllAsync(Inventory inventory, BulkOptions options) {
        return ofList(items(inventory, options), inventory.errors(), options, engine.executor())
                .begin();
    }

    public void checkEach(
            Iterable<? extends CheckTarget> targets, BulkOptions options, Consumer<? super CheckOutcome> consumer) {
        CallerThread caller = new CallerThread(engine.time());
        ofEach(targets, options, consumer, caller).begin().await(caller);
    }

    public CompletableFuture<@Nullable Void> checkEachAsync(
            Iterable<? extends CheckTarget> targets, BulkOptions options, Consumer<? super CheckOutcome> consumer) {
        return ofEach(targets, options, consumer, engine.executor()).begin();
    }

    private BulkRun<CheckReport> ofList(
            List<Item> items, List<ConnectionCheckException> errors, BulkOptions options, Executor users) {
        return new BulkRun<>(
                plan(CHECK_ALL, options, Integer.MAX_VALUE),
                new Listed(items),
                new Sink.OfList(items, errors),
                report -> report,
                users);
    }

    private BulkRun<@Nullable Void> ofEach(
            Iterable<? extends CheckTarget> targets,
            BulkOptions options,
            Consumer<? super CheckOutcome> consumer,
            Executor users) {
        Objects.requireNonNull(targets, "targets");
        Objects.requireNonNull(consumer, "consumer");
        engine.registry().throwIfClosed();
        return new BulkRun<>(
                plan(CHECK_EACH, options, MOST_AHEAD),
                new Pulled(engine, targets, target -> checkOptions(options, target)),
                new Sink.OfConsumer(consumer),
                report -> null,
                users);
    }

    private BulkPlan plan(String operation, BulkOptions options, int mostAhead) {
        long now = engine.time().nanoTime();
        return new BulkPlan(
                operation,
                options.within().orElse(null),
                now + options.within().map(Nanos::of).orElse(FOR_EVER),
                options.concurrencyPerVendor().isPresent()
                        ? options.concurrencyPerVendor().getAsInt()
                        : null,
                mostAhead,
                gates::get,
                engine.registry(),
                engine.time());
    }

    /** Finds every mistake in the list before anything is sent. */
    private List<Item> items(List<? extends CheckTarget> targets, BulkOptions options) {
        engine.registry().throwIfClosed();
        targets.forEach(engine.clients()::of);
        List<Item> items = new ArrayList<>(targets.size());
        targets.forEach(target ->
                items.add(Item.of(items.size(), engine.prepare(target, checkOptions(options, target)))));
        return items;
    }

    private List<Item> items(Inventory inventory, BulkOptions options) {
        engine.registry().throwIfClosed();
        inventory.connections().forEach(row -> row.target().ifPresent(engine.clients()::of));
        return new Rows(engine, options, target -> checkOptions(options, target)).items(inventory);
    }

    private CheckOptions checkOptions(BulkOptions options, CheckTarget target) {
        CheckOptions usual = options.check().orElse(defaults);
        return options.timeout(target)
                .map(timeout -> usual.toBuilder().timeout(timeout).build())
                .orElse(usual);
    }
}
