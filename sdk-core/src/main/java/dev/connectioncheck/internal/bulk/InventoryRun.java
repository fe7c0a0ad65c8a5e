package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.call.CallOwner;
import dev.connectioncheck.internal.check.CheckEngine;
import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.Stoppable;
import dev.connectioncheck.internal.secret.SafeCause;
import dev.connectioncheck.internal.wire.Nanos;
import dev.connectioncheck.spi.ConnectionPage;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;

/**
 * Lists all accounts side by side, and is the future of the inventory. Cancelling it, or completing it in any way,
 * aborts the requests in flight. Used by all threads: the listings are put together once all have ended.
 */
final class InventoryRun extends CompletableFuture<Inventory> implements Stoppable {
    private final CheckEngine engine;
    private final Executor users;
    private final long deadline;
    private final List<AsyncRun<Listing>> listings = new ArrayList<>();

    /** @param users where the future completes */
    InventoryRun(CheckEngine engine, Duration timeout, Executor users) {
        this.engine = engine;
        this.users = users;
        this.deadline = engine.time().nanoTime() + Nanos.of(timeout);
    }

    InventoryRun begin() {
        List<CompletableFuture<Listing>> all = new ArrayList<>();
        engine.clients().all().forEach(client -> all.add(listing(client)));
        engine.registry().add(this);
        CompletableFuture<?> unused = CompletableFuture.allOf(all.toArray(CompletableFuture[]::new))
                .whenComplete((nothing, error) -> finish(all));
        return this;
    }

    private CompletableFuture<Listing> listing(Clients.Entry client) {
        try {
            return client.client()
                    .connections()
                    .<CompletableFuture<Listing>>map(first -> list(client, first))
                    .orElseGet(() -> CompletableFuture.completedFuture(new Listing(List.of(), null)));
        } catch (Throwable e) {
            return CompletableFuture.completedFuture(Listing.failed(broken(client, e)));
        }
    }

    private AsyncRun<Listing> list(Clients.Entry client, ApiCall<ConnectionPage> first) {
        CallOwner owner = new CallOwner(client.vendor(), ListMachine.OPERATION, client.account());
        AsyncRun<Listing> run =
                new AsyncRun<>(new ListMachine(owner, first, deadline, engine.time()), engine.time(), users);
        listings.add(run);
        run.begin();
        return run;
    }

    private void finish(List<CompletableFuture<Listing>> all) {
        List<Connection> connections = new ArrayList<>();
        List<ConnectionCheckException> errors = new ArrayList<>();
        for (int index = 0; index < all.size(); index++) {
            Listing listing = outcome(engine.clients().all().get(index), all.get(index));
            connections.addAll(listing.connections());
            Optional.ofNullable(listing.error()).ifPresent(errors::add);
        }
        complete(Inventory.of(connections, errors));
    }

    private static Listing outcome(Clients.Entry client, CompletableFuture<Listing> ended) {
        try {
            return ended.join();
        } catch (CancellationException | CompletionException e) {
            return Listing.failed(e.getCause() instanceof ConnectionCheckException known ? known : broken(client, e));
        }
    }

    private static ConnectionCheckException broken(Clients.Entry client, Throwable fault) {
        String message = client + ": listing its connections threw "
                + fault.getClass().getName() + ". This is a fault of the vendor's module; please report it.";
        Failure failure = Failure.builder(client.vendor(), ListMachine.OPERATION, message)
                .account(client.account())
                .build();
        return new ConnectionCheckException(failure, SafeCause.withoutMessages(fault));
    }

    /** Waits for the end on the calling thread. */
    Inventory await(CallerThread caller) {
        boolean done = caller.runUntil(this::isDone, () -> listings.stream().allMatch(AsyncRun::isPausing));
        if (!done) {
            cancel(true);
        }
        caller.leave();
        if (!done) {
            throw Ends.interrupted(ListMachine.OPERATION, null);
        }
        try {
            return join();
        } catch (CancellationException e) {
            throw Ends.cancelled(ListMachine.OPERATION);
        }
    }

    /** The checker was closed. */
    @Override
    public void stop() {
        cancel(true);
    }

    @Override
    public boolean cancel(boolean mayInterruptIfRunning) {
        return ended(super.cancel(mayInterruptIfRunning));
    }

    @Override
    public boolean complete(Inventory inventory) {
        return ended(super.complete(inventory));
    }

    @Override
    public boolean completeExceptionally(Throwable error) {
        return ended(super.completeExceptionally(error));
    }

    private boolean ended(boolean first) {
        engine.registry().remove(this);
        listings.forEach(listing -> listing.cancel(true));
        return first;
    }

    @Override
    public <U> CompletableFuture<U> newIncompleteFuture() {
        return new CompletableFuture<>();
    }
}
