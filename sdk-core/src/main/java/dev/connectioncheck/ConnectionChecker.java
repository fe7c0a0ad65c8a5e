package dev.connectioncheck;

import dev.connectioncheck.internal.async.DaemonThreads;
import dev.connectioncheck.internal.bulk.BulkChecks;
import dev.connectioncheck.internal.bulk.Inventories;
import dev.connectioncheck.internal.check.CheckEngine;
import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Asks vendors whether a connection works, and gives one honest verdict, however the vendor answers.
 *
 * <p>Some vendors answer inline, others start a job that has to be polled; here all look alike. {@link Verdict#PASSED}
 * is never said unless the vendor did, in a form that the SDK recognises. A connection that does not work is a
 * {@link CheckResult}; an exception means that we could not find out.
 *
 * <p>Make one checker and share it: it is safe for use by several threads, including virtual ones. Between polls no
 * thread is held by the asynchronous methods. The blocking ones call listeners and consumers on the caller's thread;
 * for one check they send there too, while {@code checkAll}, {@code checkEach} and {@code inventory} send on other
 * threads, where suppliers of keys and interceptors don't see the caller's thread-locals. Every check ends by its
 * deadline. Interrupting a waiting thread, cancelling a future and {@link #close()} act at once. None of them stops
 * what the vendor has begun.
 *
 * <p>A check asks the vendor to try the connection, which may have side effects there: some vendors' connectors create
 * and delete a file, for one, or send a request that costs money. So a check that may have begun is never begun again
 * by itself.
 */
public final class ConnectionChecker implements AutoCloseable {
    // transient: for no mapper that looks at fields
    private final transient CheckEngine engine;
    private final transient BulkChecks bulk;
    private final transient Inventories inventories;
    private final CheckOptions defaults;

    private ConnectionChecker(Builder builder) {
        this.engine = new CheckEngine(
                new Clients(builder.clients),
                builder.timeSource,
                builder.listeners,
                builder.executor(),
                builder.paces());
        this.defaults = builder.defaults;
        this.bulk = new BulkChecks(engine, defaults, builder.concurrencyPerVendor);
        this.inventories = new Inventories(engine);
    }

    /**
     * Makes a checker with default options.
     *
     * @param clients one client for each vendor to ask, each unnamed
     * @return a checker; closing it does not close the clients' own {@code OkHttpClient}
     * @throws IllegalArgumentException if there are two clients of one vendor with the same name, or without one
     */
    public static ConnectionChecker of(VendorClient... clients) {
        Builder builder = builder();
        for (VendorClient client : clients) {
            builder.client(client);
        }
        return builder.build();
    }

    /**
     * Starts a checker with options of its own.
     *
     * @return a new builder
     */
    public static Builder builder() {
        return new Builder();
    }

    /**
     * Checks a connection and waits for the verdict, with this checker's default options.
     *
     * @param target the connection
     * @return what the vendor said
     * @throws ConnectionCheckException if we could not find out; see its subclasses
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public CheckResult check(CheckTarget target) {
        return check(target, defaults);
    }

    /**
     * Checks a connection and waits for the verdict.
     *
     * @param target the connection
     * @param options how long it may take, and who hears of its course
     * @return what the vendor said
     * @throws ConnectionCheckException if we could not find out; see its subclasses
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public CheckResult check(CheckTarget target, CheckOptions options) {
        return engine.check(target, options);
    }

    /**
     * Checks a connection without holding a thread, with this checker's default options.
     *
     * @param target the connection
     * @return a future of what the vendor said, completed on the checker's {@link Builder#executor executor}; it fails
     *     with a {@link ConnectionCheckException} if we could not find out, and with a
     *     {@link java.util.concurrent.CancellationException} if it is cancelled or this checker closed. Cancelling it,
     *     or completing it in any way, stops polling and aborts the HTTP call in flight
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public CompletableFuture<CheckResult> checkAsync(CheckTarget target) {
        return checkAsync(target, defaults);
    }

    /**
     * Checks a connection without holding a thread.
     *
     * @param target the connection
     * @param options how long it may take, and who hears of its course
     * @return a future, as {@link #checkAsync(CheckTarget)} returns it
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public CompletableFuture<CheckResult> checkAsync(CheckTarget target, CheckOptions options) {
        return engine.checkAsync(target, options);
    }

    /**
     * Starts a check and returns once the vendor has accepted it, with this checker's default options.
     *
     * @param target the connection
     * @return the running check; of a vendor that answers inline, one that is decided already
     * @throws ConnectionCheckException if the vendor did not accept it
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public RunningCheck start(CheckTarget target) {
        return start(target, defaults);
    }

    /**
     * Starts a check and returns once the vendor has accepted it.
     *
     * @param target the connection
     * @param options how long the whole check may take from this call on, and who hears of its course
     * @return the running check; of a vendor that answers inline, one that is decided already
     * @throws ConnectionCheckException if the vendor did not accept it
     * @throws IllegalArgumentException if the target is null or of a vendor or account that this checker has no client
     *     for
     * @throws IllegalStateException if this checker is closed
     */
    public RunningCheck start(CheckTarget target, CheckOptions options) {
        return engine.start(target, options);
    }

    /**
     * Goes on with a check that was started earlier, perhaps by another process, with this checker's default options.
     *
     * @param token what {@link RunningCheck#token()} or {@link ConnectionCheckException#token()} returned
     * @return the running check; nothing is sent before somebody waits
     * @throws IllegalArgumentException if it is no token, or of a vendor or account that this checker has no client for
     * @throws IllegalStateException if this checker is closed
     */
    public RunningCheck resume(String token) {
        return resume(token, defaults);
    }

    /**
     * Goes on with a check that was started earlier, perhaps by another process.
     *
     * @param token what {@link RunningCheck#token()} or {@link ConnectionCheckException#token()} returned
     * @param options how long it may take from this call on, and who hears of its course
     * @return the running check; nothing is sent before somebody waits
     * @throws IllegalArgumentException if it is no token, or of a vendor or account that this checker has no client for
     * @throws IllegalStateException if this checker is closed
     */
    public RunningCheck resume(String token, CheckOptions options) {
        return engine.resume(token, options);
    }

    /**
     * Checks many connections and waits for all, with this checker's default options.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @return one outcome per target, in order; trouble with one is in its outcome and disturbs no other
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CheckReport checkAll(List<? extends CheckTarget> targets) {
        return checkAll(targets, BulkOptions.defaults());
    }

    /**
     * Checks many connections and waits for all.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @param options how long each check may take, counted from when its turn comes, and who hears of its course
     * @return one outcome per target, in order; trouble with one is in its outcome and disturbs no other
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CheckReport checkAll(List<? extends CheckTarget> targets, CheckOptions options) {
        return checkAll(targets, forEach(options));
    }

    /**
     * Checks many connections and waits for all.
     *
     * <p>At each account some run at a time ({@link Builder#concurrencyPerVendor}, shared by all such runs of this
     * checker). If a vendor limits the rate (429), its account is left alone for the time it asks for, at most two
     * minutes; then the refused check has another turn, up to three. After that, and after a 401 that a renewed key
     * does not cure or a 402, the rest of the account is skipped, and each of its outcomes names the error.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @param options how many at a time, how long each and the whole may take, and who hears of their course
     * @return one outcome per target, in order; trouble with one is in its outcome and disturbs no other
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then, and what
     *     was finished is in its report
     * @throws CheckCancelledException if this checker is closed before anything was begun; later, each outcome says so
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     */
    public CheckReport checkAll(List<? extends CheckTarget> targets, BulkOptions options) {
        return bulk.checkAll(targets, options);
    }

    /**
     * Checks the connections of an inventory and waits for all, with this checker's default options.
     *
     * @param inventory what {@link #inventory()} returned, or a part of it
     * @return one outcome per row, in order; rows that can't be checked are skipped, with the reason; the inventory's
     *     errors are in {@link CheckReport#errors()}
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then
     * @throws IllegalArgumentException if a row is of a vendor or account that this checker has no client for; nothing
     *     is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CheckReport checkAll(Inventory inventory) {
        return checkAll(inventory, BulkOptions.defaults());
    }

    /**
     * Checks the connections of an inventory and waits for all.
     *
     * @param inventory what {@link #inventory()} returned, or a part of it
     * @param options how many at a time, how long each and the whole may take, and what need not be asked again
     * @return one outcome per row, in order; rows that can't be checked are skipped, with the reason; the inventory's
     *     errors are in {@link CheckReport#errors()}
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then
     * @throws IllegalArgumentException if a row is of a vendor or account that this checker has no client for; nothing
     *     is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CheckReport checkAll(Inventory inventory, BulkOptions options) {
        return bulk.checkAll(inventory, options);
    }

    /**
     * Checks many connections without holding a thread, with this checker's default options.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @return a future of one outcome per target, in order; cancelling it cancels every check
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets) {
        return checkAllAsync(targets, BulkOptions.defaults());
    }

    /**
     * Checks many connections without holding a thread.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @param options how long each check may take, counted from when its turn comes, and who hears of its course
     * @return a future of one outcome per target, in order; cancelling it cancels every check
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets, CheckOptions options) {
        return checkAllAsync(targets, forEach(options));
    }

    /**
     * Checks many connections without holding a thread.
     *
     * @param targets the connections; may be empty, may name a connection twice
     * @param options how many at a time, how long each and the whole may take, and who hears of their course
     * @return a future of one outcome per target, in order; cancelling it cancels every check
     * @throws IllegalArgumentException if a target is null or of a vendor or account that this checker has no client
     *     for; nothing is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(List, BulkOptions)
     */
    public CompletableFuture<CheckReport> checkAllAsync(List<? extends CheckTarget> targets, BulkOptions options) {
        return bulk.checkAllAsync(targets, options);
    }

    /**
     * Checks the connections of an inventory without holding a thread, with this checker's default options.
     *
     * @param inventory what {@link #inventory()} returned, or a part of it
     * @return a future of one outcome per row, in order; cancelling it cancels every check
     * @throws IllegalArgumentException if a row is of a vendor or account that this checker has no client for; nothing
     *     is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(Inventory, BulkOptions)
     */
    public CompletableFuture<CheckReport> checkAllAsync(Inventory inventory) {
        return checkAllAsync(inventory, BulkOptions.defaults());
    }

    /**
     * Checks the connections of an inventory without holding a thread.
     *
     * @param inventory what {@link #inventory()} returned, or a part of it
     * @param options how many at a time, how long each and the whole may take, and what need not be asked again
     * @return a future of one outcome per row, in order; cancelling it cancels every check
     * @throws IllegalArgumentException if a row is of a vendor or account that this checker has no client for; nothing
     *     is sent then
     * @throws IllegalStateException if this checker is closed
     * @see #checkAll(Inventory, BulkOptions)
     */
    public CompletableFuture<CheckReport> checkAllAsync(Inventory inventory, BulkOptions options) {
        return bulk.checkAllAsync(inventory, options);
    }

    /**
     * Checks any number of connections in bounded memory, handing out outcomes as they come.
     *
     * <p>The iterable is pulled, and the consumer called, on the calling thread, one at a time and in the order of
     * completion; at most 256 targets are pulled ahead of their outcomes. A slow iterable or consumer slows the run.
     * Limits of rate and refused accounts are treated as by {@link #checkAll(List, BulkOptions)}.
     *
     * @param targets the connections, which may be made while they are pulled; one of a vendor or account that this
     *     checker has no client for has an {@link InvalidRequestException} as its outcome
     * @param options how many at a time, how long each and the whole may take; at the end of
     *     {@link BulkOptions.Builder#within} nothing more is pulled, and what was pulled has an outcome
     * @param consumer takes one outcome for each target that was pulled
     * @throws CheckInterruptedException if the waiting thread is interrupted; every check is cancelled then, and the
     *     outcomes that the consumer has not had are in its report
     * @throws CheckCancelledException if this checker is closed meanwhile; what was pulled has an outcome then
     * @throws IllegalArgumentException if the iterable brings null; what was under way is cancelled then, as after any
     *     exception of the iterable or the consumer, which comes out as it was
     * @throws IllegalStateException if this checker is closed already
     */
    public void checkEach(
            Iterable<? extends CheckTarget> targets, BulkOptions options, Consumer<? super CheckOutcome> consumer) {
        bulk.checkEach(targets, options, consumer);
    }

    /**
     * Checks any number of connections in bounded memory without holding a thread between outcomes.
     *
     * <p>The iterable is pulled, and the consumer called, on the checker's {@link Builder#executor executor}, one at a
     * time; see {@link #checkEach}.
     *
     * @param targets the connections, which may be made while they are pulled
     * @param options how many at a time, how long each and the whole may take
     * @param consumer takes one outcome for each target that was pulled
     * @return a future of the end, without a value; an exception of the iterable or the consumer fails it. Cancelling
     *     it cancels every check, and the consumer hears no more
     * @throws IllegalStateException if this checker is closed
     */
    public CompletableFuture<@Nullable Void> checkEachAsync(
            Iterable<? extends CheckTarget> targets, BulkOptions options, Consumer<? super CheckOutcome> consumer) {
        return bulk.checkEachAsync(targets, options, consumer);
    }

    private static BulkOptions forEach(CheckOptions options) {
        return BulkOptions.builder().check(options).build();
    }

    /**
     * Lists the connections of all accounts, within the default options' timeout.
     *
     * @return the inventory
     * @throws CheckInterruptedException if the waiting thread is interrupted
     * @throws CheckCancelledException if this checker is closed meanwhile
     * @throws IllegalStateException if this checker is closed already
     * @see #inventory(Duration)
     */
    public Inventory inventory() {
        return inventory(defaults.timeout());
    }

    /**
     * Lists the connections of all accounts.
     *
     * <p>All clients are asked side by side, and only to read. A client that fails, or is not done in time, is in the
     * errors, disturbs no other, and keeps what it told until then; one whose vendor can't list adds nothing. What
     * changes at a vendor between two pages of its list may be missing or be there twice.
     *
     * @param timeout how long it may take, from this call on
     * @return the inventory
     * @throws IllegalArgumentException if the time is not positive
     * @throws CheckInterruptedException if the waiting thread is interrupted
     * @throws CheckCancelledException if this checker is closed meanwhile
     * @throws IllegalStateException if this checker is closed already
     */
    public Inventory inventory(Duration timeout) {
        return inventories.list(CheckOptions.builder().timeout(timeout).build());
    }

    /**
     * Lists the connections of all accounts without holding a thread, within the default options' timeout.
     *
     * @return a future of the inventory; cancelling it aborts the requests in flight
     * @throws IllegalStateException if this checker is closed
     * @see #inventory(Duration)
     */
    public CompletableFuture<Inventory> inventoryAsync() {
        return inventoryAsync(defaults.timeout());
    }

    /**
     * Lists the connections of all accounts without holding a thread.
     *
     * @param timeout how long it may take, from this call on
     * @return a future of the inventory; cancelling it aborts the requests in flight
     * @throws IllegalArgumentException if the time is not positive
     * @throws IllegalStateException if this checker is closed
     * @see #inventory(Duration)
     */
    public CompletableFuture<Inventory> inventoryAsync(Duration timeout) {
        return inventories.listAsync(CheckOptions.builder().timeout(timeout).build());
    }

    /**
     * Ends every check under way, at once: waiting callers get a {@link CheckCancelledException}, futures are
     * cancelled. Later calls throw {@link IllegalStateException}. Closing again does nothing.
     *
     * <p>It stops nothing at the vendors, and closes no {@code OkHttpClient}: the shared one keeps idle connections for
     * a minute and idle daemon threads for ten seconds, so that neither holds a program up.
     */
    @Override
    public void close() {
        engine.close();
    }

    /** Collects a checker's settings. Not thread-safe. */
    public static final class Builder {
        private final List<Clients.Entry> clients = new ArrayList<>();
        private final List<CheckListener> listeners = new ArrayList<>();
        private @Nullable Executor executor;
        private CheckOptions defaults = CheckOptions.defaults();
        private TimeSource timeSource = SystemTime.instance();
        private @Nullable Integer concurrencyPerVendor;
        private @Nullable PaceMemory paceMemory;
        private int rememberedConnections = 10_000;

        private Builder() {}

        /**
         * Adds a vendor to ask, as its unnamed client: targets that name no account go there.
         *
         * @param client the vendor's client; one without a name for each vendor
         * @return this builder
         */
        public Builder client(VendorClient client) {
            clients.add(Clients.Entry.of(null, Objects.requireNonNull(client, "client")));
            return this;
        }

        /**
         * Adds one of several clients of a vendor, for targets {@link CheckTarget#at at} that account. A target that
         * names none goes to the vendor's unnamed client, or else to its only named one.
         *
         * @param account a name of your own, shown in results, errors and tokens
         * @param client the vendor's client
         * @return this builder
         * @throws IllegalArgumentException if the name is null or blank
         */
        public Builder client(String account, VendorClient client) {
            if (account == null || account.isBlank()) {
                throw new IllegalArgumentException("The account must not be null or blank.");
            }
            clients.add(Clients.Entry.of(account, Objects.requireNonNull(client, "client")));
            return this;
        }

        /**
         * Adds a listener that is told of every check, besides the one in its {@link CheckOptions}; the default is
         * none.
         *
         * @param listener who is told; those that were added first hear first
         * @return this builder
         */
        public Builder listener(CheckListener listener) {
            listeners.add(Objects.requireNonNull(listener, "listener"));
            return this;
        }

        /**
         * Sets where futures complete and where listeners of asynchronous checks are called; blocking methods call them
         * on the caller's thread.
         *
         * <p>The default is daemon threads of the SDK without an upper bound (virtual ones where the JDK has good
         * ones), so that users' code may block there; with a {@link #timeSource} of your own it is the thread that lets
         * time pass. On an executor with a bound, code that waits for another check's future can use up all threads and
         * wait for ever. If the executor refuses a task, the thread at hand runs it. It is never shut down.
         *
         * @param executor runs the tasks; what is given for one check comes in order, whatever it does
         * @return this builder
         */
        public Builder executor(Executor executor) {
            this.executor = Objects.requireNonNull(executor, "executor");
            return this;
        }

        private Executor executor() {
            if (executor != null) {
                return executor;
            }
            return timeSource == SystemTime.instance() ? DaemonThreads.EXECUTOR : Runnable::run;
        }

        /**
         * Sets the options of checks that are given none; the default is {@link CheckOptions#defaults()}.
         *
         * @param options the options
         * @return this builder
         */
        public Builder defaultOptions(CheckOptions options) {
            this.defaults = Objects.requireNonNull(options, "options");
            return this;
        }

        /**
         * Sets how many checks {@code checkAll} and {@code checkEach} run at each account at the same time, all calls
         * of this checker together; the default is 8, or what the client's {@link dev.connectioncheck.http.Pace pace}
         * says.
         *
         * @param checks at least 1
         * @return this builder
         * @throws IllegalArgumentException if it is less than 1
         */
        public Builder concurrencyPerVendor(int checks) {
            if (checks < 1) {
                throw new IllegalArgumentException("concurrencyPerVendor must be at least 1, but is " + checks + ".");
            }
            this.concurrencyPerVendor = checks;
            return this;
        }

        /**
         * Sets of how many connections the checker remembers, in memory, how long their checks took, so that it polls
         * when a verdict is likely; beyond that, those not checked for longest are forgotten. The default is 10,000;
         * each takes some 220 bytes once it was checked by a vendor that does not answer inline.
         *
         * <p>A connection that was never seen is paced by its age alone, unless others of its vendor, account and kind
         * take about as long as each other. What the vendor asks for ({@code Retry-After}), the shortest and the
         * longest pause and the deadline hold whatever is remembered.
         *
         * @param connections at least as many as are checked in turn; 0 turns all of this off
         * @return this builder
         * @throws IllegalArgumentException if it is negative
         */
        public Builder paceMemory(int connections) {
            if (connections < 0) {
                throw new IllegalArgumentException("paceMemory must not be negative, but is " + connections + ".");
            }
            this.paceMemory = null;
            this.rememberedConnections = connections;
            return this;
        }

        /**
         * Sets where the checker keeps how long checks took, beyond this process; the default is in memory, for
         * {@linkplain #paceMemory(int) 10,000 connections}. The last of both calls counts.
         *
         * @param memory such as a table of the user's own; called on the {@link #executor executor}, never waited for
         * @return this builder
         */
        public Builder paceMemory(PaceMemory memory) {
            this.paceMemory = Objects.requireNonNull(memory, "memory");
            return this;
        }

        private PaceBook paces() {
            return paceMemory == null ? PaceBook.inMemory(rememberedConnections) : PaceBook.in(paceMemory, executor());
        }

        /**
         * Sets what tells the time, for tests; the default is the machine's own.
         *
         * @param timeSource such as the {@code VirtualTime} of {@code sdk-sandbox}
         * @return this builder
         */
        public Builder timeSource(TimeSource timeSource) {
            this.timeSource = Objects.requireNonNull(timeSource, "timeSource");
            return this;
        }

        /**
         * Makes the checker.
         *
         * @return a checker that asks the given vendors
         * @throws IllegalArgumentException if there are two clients of one vendor with the same name, or without one
         */
        public ConnectionChecker build() {
            return new ConnectionChecker(this);
        }
    }
}
