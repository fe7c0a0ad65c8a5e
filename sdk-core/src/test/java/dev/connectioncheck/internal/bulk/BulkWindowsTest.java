package dev.connectioncheck.internal.bulk;

import static dev.connectioncheck.toy.ToyTarget.toy;
import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckListener;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.check.CheckEngine;
import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.sandbox.VirtualTime;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.time.SystemTime;
import dev.connectioncheck.toy.ActsWhenHashed;
import dev.connectioncheck.toy.ManyRounds;
import dev.connectioncheck.toy.Meanwhile;
import dev.connectioncheck.toy.ToyStages;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** An end, an exit or a task that comes just between a look and what that look allowed, while many are checked. */
@ManyRounds
class BulkWindowsTest {
    private final VirtualTime time = new VirtualTime();

    // Gate: who is refused is put down before anybody can leave.

    @Test
    void whoIsRefusedJustAsAnotherLeavesIsWoken() {
        Gate gate = new Gate(1);
        assertThat(gate.enter(1, BulkWindowsTest::nobody)).isTrue();
        Meanwhile leaving = new Meanwhile(gate::leave);
        Waker waker = new Waker(leaving::act);

        boolean entered = gate.enter(1, waker);

        leaving.join();
        assertThat(entered).isFalse();
        assertThat(waker.woken).hasValue(1);
    }

    @Test
    void noMoreAreInsideThanMayBeAndEachExitLetsOneIn() {
        Gate gate = new Gate(2);

        assertThat(List.of(
                        gate.enter(2, BulkWindowsTest::nobody),
                        gate.enter(2, BulkWindowsTest::nobody),
                        gate.enter(2, BulkWindowsTest::nobody)))
                .containsExactly(true, true, false);
        gate.leave();
        assertThat(List.of(gate.enter(2, BulkWindowsTest::nobody), gate.enter(2, BulkWindowsTest::nobody)))
                .containsExactly(true, false);
    }

    @Test
    void whoIsWokenIsNotWokenAgainUntilItIsRefusedAgain() {
        Gate gate = new Gate(2);
        Waker waker = new Waker(BulkWindowsTest::nobody);
        List.of(gate.enter(2, BulkWindowsTest::nobody), gate.enter(2, BulkWindowsTest::nobody), gate.enter(2, waker));

        gate.leave();
        gate.leave();

        assertThat(waker.woken).hasValue(1);
    }

    private static void nobody() {}

    private static final class Waker extends ActsWhenHashed implements Runnable {
        private final AtomicInteger woken = new AtomicInteger();

        Waker(Runnable meanwhile) {
            super(meanwhile);
        }

        @Override
        public void run() {
            woken.incrementAndGet();
        }
    }

    // CallerThread: no task is forgotten, whether it comes before, while or after the thread leaves.

    @Test
    void aTaskThatComesJustAsTheThreadFindsNoneAnyMoreIsRun() {
        AtomicInteger ran = new AtomicInteger();
        Tasks tasks = new Tasks();
        CallerThread caller = new CallerThread(time, tasks);
        Meanwhile other = new Meanwhile(() -> caller.execute(ran::incrementAndGet));
        tasks.onceEmpty = other::act;

        caller.leave();

        other.join();
        assertThat(ran).hasValue(1);
    }

    @Test
    void aTaskThatComesAfterTheThreadHasLeftRunsWhereItComesFrom() {
        AtomicReference<@Nullable Thread> ran = new AtomicReference<>();
        CallerThread caller = new CallerThread(time);
        caller.leave();
        Meanwhile other = new Meanwhile(() -> caller.execute(() -> ran.set(Thread.currentThread())));

        other.act();

        other.join();
        assertThat(ran.get()).isNotNull().isNotSameAs(Thread.currentThread());
    }

    /** It parks for a second if nobody wakes it. */
    @Test
    void aTaskThatComesJustBeforeTheThreadParksIsRunWithoutWaiting() {
        AtomicInteger ran = new AtomicInteger();
        CallerThread caller = new CallerThread(SystemTime.instance());
        long began = System.nanoTime();

        boolean holds = caller.runUntil(
                () -> {
                    int before = ran.get();
                    if (before < 20) {
                        Meanwhile other = new Meanwhile(() -> caller.execute(ran::incrementAndGet));
                        other.act();
                        other.join();
                    }
                    return before == 20;
                },
                () -> false);

        assertThat(holds).isTrue();
        assertThat(System.nanoTime() - began).isLessThan(TimeUnit.SECONDS.toNanos(15));
    }

    /** Lets something happen the first time that they are found to be none. */
    private static final class Tasks extends ConcurrentLinkedQueue<Runnable> {
        private static final long serialVersionUID = 1L;

        private transient @Nullable Runnable onceEmpty;

        @Override
        public @Nullable Runnable poll() {
            Runnable task = super.poll();
            Runnable meanwhile = onceEmpty;
            if (task == null && meanwhile != null) {
                onceEmpty = null;
                meanwhile.run();
            }
            return task;
        }
    }

    // BulkTurns: a check is put under way before the look at the end; what is under way is looked at after the end.

    @Test
    void aCheckThatBeginsWhileTheRunIsEndedIsCancelled() {
        CompletableFuture<Progress> stage = new CompletableFuture<>();
        Ending ending = new Ending();

        ending.play(new ToyStages(target -> {
            ending.end();
            return stage;
        }));

        assertThat(stage).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void anEndThatComesJustAfterTheLookAtItCancelsTheCheck() {
        CompletableFuture<Progress> stage = new CompletableFuture<>();
        Ending ending = new Ending();

        ending.play(new ToyStages(target -> {
            ending.afterTheNextLook = ending::end;
            return stage;
        }));

        assertThat(stage).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }

    /** Ends a run of one target when it is told to. */
    private final class Ending implements BulkTurns.Host {
        private @Nullable BulkTurns turns;
        private @Nullable Runnable afterTheNextLook;
        private boolean ended;

        void play(CheckProtocol<?> vendor) {
            CheckEngine engine = new CheckEngine(
                    new Clients(List.of(Clients.Entry.of(null, () -> vendor))),
                    time,
                    List.of(),
                    Runnable::run,
                    PaceBook.inMemory(0));
            Item item = Item.of(0, engine.prepare(toy("t1"), CheckOptions.defaults()));
            Gate gate = new Gate(1);
            BulkPlan plan = new BulkPlan(
                    "checkAll", null, Long.MAX_VALUE / 2, null, 1, client -> gate, engine.registry(), time);
            turns = new BulkTurns(
                    plan, new Listed(List.of(item)), new Sink.OfList(List.of(item), List.of()), Runnable::run, this);
            turns.begin();
        }

        void end() {
            ended = true;
            Objects.requireNonNull(turns).cleanUp();
        }

        @Override
        public boolean isEnded() {
            boolean seen = ended;
            Runnable then = afterTheNextLook;
            if (then != null) {
                afterTheNextLook = null;
                then.run();
            }
            return seen;
        }

        @Override
        public void finished(boolean whole) {
            throw new AssertionError("its user ended it");
        }

        @Override
        public void failed(Throwable error) {
            throw new AssertionError(error);
        }
    }

    // The checker is closed just before the run of many is known to it.

    @Test
    void aRunOfManyThatBeginsWhileTheCheckerIsClosedEnds() {
        AtomicReference<@Nullable ConnectionChecker> itself = new AtomicReference<>();
        ConnectionChecker checker = new ToyStages(target -> new CompletableFuture<>())
                .checker(time)
                .listener(new CheckListener() {
                    @Override
                    public CheckListener forCheck(CheckTarget target) {
                        Objects.requireNonNull(itself.get()).close();
                        return this;
                    }
                })
                .build();
        itself.set(checker);

        CompletableFuture<CheckReport> report = checker.checkAllAsync(List.of(toy("t1")), BulkOptions.defaults());

        assertThat(report).isCompletedExceptionally();
        assertThat(time.scheduledTasks()).isZero();
    }

    @Test
    void anInventoryThatBeginsWhileTheCheckerIsClosedEndsAndCancelsItsRequests() {
        CompletableFuture<ConnectionPage> page = new CompletableFuture<>();
        AtomicReference<@Nullable ConnectionChecker> itself = new AtomicReference<>();
        ToyStages vendor = new ToyStages(target -> new CompletableFuture<>());
        ConnectionChecker checker = ConnectionChecker.builder()
                .client(new VendorClient() {
                    @Override
                    public CheckProtocol<?> checks() {
                        return vendor;
                    }

                    @Override
                    public Optional<ApiCall<ConnectionPage>> connections() {
                        return Optional.of(ApiCall.from(() -> {
                            Objects.requireNonNull(itself.get()).close();
                            return page;
                        }));
                    }
                })
                .timeSource(time)
                .build();
        itself.set(checker);

        CompletableFuture<Inventory> inventory = checker.inventoryAsync();

        assertThat(inventory).isCancelled();
        assertThat(page).isCancelled();
        assertThat(time.scheduledTasks()).isZero();
    }
}
