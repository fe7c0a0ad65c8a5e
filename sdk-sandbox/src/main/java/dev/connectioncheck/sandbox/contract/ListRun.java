package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;

/** Plays one case of listing, with a stand-in, an HTTP client and a time of its own. */
final class ListRun {
    private final ListCase played;
    private final Patience patience;
    private final HurriedTime time = new HurriedTime();
    private final Overheard overheard;
    private final String key = Canary.secret("key");
    private final VendorUnderTest.Setup setup;

    ListRun(ListCase played, Patience patience) {
        this.played = played;
        this.patience = patience;
        this.overheard = new Overheard(patience.rest());
        this.setup =
                new VendorUnderTest.Setup(time, Optional.empty(), played.fault().http2(), key);
    }

    ListFinding play() throws Exception {
        try (StandIn standIn = played.vendor().start(setup)) {
            List<String> rows = standIn.fill(number -> played.strike(number, key), Canary.secret("password"));
            try (Origin origin = origin(standIn)) {
                return playAt(origin, standIn, rows);
            }
        }
    }

    private Origin origin(StandIn standIn) {
        Origin.Opener opener = played.fault().origin();
        return opener == null ? Origin.of(standIn) : opener.open(played.vendor(), setup);
    }

    private ListFinding playAt(Origin origin, StandIn standIn, List<String> rows) throws InterruptedException {
        try (Wiretap tap = new Wiretap(origin.client(), patience.rest());
                ConnectionChecker checker = checker(client(standIn, origin.baseUrl(), tap), tap)) {
            long began = time.nanoTime();
            Caller<Inventory> caller = Caller.start("caller, " + played, () -> list(checker, tap));
            Ending<Inventory> ending = caller.await(patience.end());
            Duration elapsed = Duration.ofNanos(time.nanoTime() - began);
            return finding(new ListCourse(
                    played, rows, ending, elapsed, caller.thread(), tap, time, overheard, origin.strays()));
        }
    }

    private Inventory list(ConnectionChecker checker, Wiretap tap) throws Exception {
        if (played.mode() == Mode.BLOCKING) {
            return checker.inventory();
        }
        CompletableFuture<Inventory> inventory = checker.inventoryAsync();
        tap.drive(time, inventory::isDone);
        return inventory.get();
    }

    private VendorClient client(StandIn standIn, String baseUrl, Wiretap tap) {
        VendorClient client = standIn.client(builder -> overheard.add(builder.apiKey(key)
                .baseUrl(baseUrl)
                .httpClient(tap.client())
                .attemptTimeout(played.attempt())
                .timeSource(time)));
        overheard.add(client);
        return client;
    }

    private ConnectionChecker checker(VendorClient client, Wiretap tap) {
        return ConnectionChecker.builder()
                .client(client)
                .client(new Bystander())
                .timeSource(played.mode() == Mode.BLOCKING ? new Pausing(time, tap) : time)
                .defaultOptions(
                        CheckOptions.builder().timeout(ListCase.DEADLINE).build())
                .build();
    }

    private ListFinding finding(ListCourse course) throws InterruptedException {
        return new ListFinding(
                played.vendor().vendor(),
                played.operation().name(),
                played.fault().name(),
                played.mode(),
                course.outcome(),
                played.requests(course.outcome()),
                ListPromises.brokenIn(course));
    }

    /**
     * Time in which whoever waits for a list on its own thread runs what falls due meanwhile; it does not leap while
     * something is on the wire.
     */
    private record Pausing(HurriedTime time, Wiretap tap) implements TimeSource {
        @Override
        public long nanoTime() {
            return time.nanoTime();
        }

        @Override
        public Instant now() {
            return time.now();
        }

        @Override
        public void park(Object blocker, long nanos) {
            if (tap.isIdle()) {
                time.park(blocker, nanos);
                time.runDueTasks();
            } else {
                awaitIdle();
            }
        }

        private void awaitIdle() {
            try {
                tap.awaitIdle();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }

        @Override
        public Timer schedule(Runnable task, long nanos) {
            return time.schedule(task, nanos);
        }
    }
}
