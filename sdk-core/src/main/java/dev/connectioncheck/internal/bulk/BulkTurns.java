package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.RateLimitedException;
import dev.connectioncheck.internal.check.Clients;
import dev.connectioncheck.internal.check.PreparedCheck;
import dev.connectioncheck.internal.drive.AsyncRun;
import dev.connectioncheck.internal.drive.SerialTasks;
import dev.connectioncheck.time.TimeSource;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executor;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Decides whose turn it is: pulls targets, begins their checks, hands out their outcomes.
 *
 * <p>All of that happens in turns, which are tasks that run one at a time, on the caller's thread or on the checker's
 * executor, where users' code may run too; so the fields need no guard. Other threads may only ask for a turn, and
 * cancel what is {@code underWay}: a check is put there before the look at the run's end, and what is there is looked
 * at after the end, so that nothing goes on behind a cancellation.
 */
final class BulkTurns {
    private final BulkPlan plan;
    private final Feed feed;
    private final Sink sink;
    private final Host host;
    private final Executor users;

    /** Where a turn that throws ends the run, since nobody else would hear of it. */
    private final Executor turns;

    /** Pulls come after whatever the users' thread has to do already, so that outcomes need not wait for them. */
    private final Executor pulls;

    private final Map<Clients.Entry, Lane> lanes = new LinkedHashMap<>();
    private final Set<AsyncRun<?>> underWay = ConcurrentHashMap.newKeySet();
    private final Map<Object, TimeSource.Timer> alarms = new HashMap<>();
    private int outstanding;
    private boolean pulling;
    private boolean exhausted;
    private boolean over;
    private @Nullable Throwable fault;

    /** @param users where listeners are called and outcomes are handed out */
    BulkTurns(BulkPlan plan, Feed feed, Sink sink, Executor users, Host host) {
        this.plan = plan;
        this.feed = feed;
        this.sink = sink;
        this.users = users;
        Executor oneByOne = new SerialTasks(users);
        this.turns = turn -> oneByOne.execute(() -> guarded(turn));
        this.pulls = new SerialTasks(users);
        this.host = host;
    }

    /** Who wants to know of the end, and may have ended the run. */
    interface Host {
        /** Tells whether the user has ended the run. */
        boolean isEnded();

        /**
         * Nothing is left to do.
         *
         * @param whole whether all targets were pulled, or the run's time was over
         */
        void finished(boolean whole);

        /** What the user's iterable or consumer threw, or why the rest can't be checked. */
        void failed(Throwable error);
    }

    void begin() {
        turns.execute(() -> {
            if (plan.within() != null) {
                alarmIn(plan.left(), this, this::timeIsOver);
            }
            pullMore();
        });
    }

    // Turns.

    /** A turn throws if no thread can be made for its alarm, say: what waits is told so, and the rest is not pulled. */
    private void guarded(Runnable turn) {
        try {
            turn.run();
        } catch (Throwable e) {
            fault = e;
            endWaiting(target -> CheckOutcome.of(target, Ends.explain(target, e, isClosed())));
        }
    }

    private void pullMore() {
        if (!pulling && mayPull()) {
            pulling = true;
            pulls.execute(() -> turns.execute(this::pull));
        }
    }

    private boolean mayPull() {
        return goesOn() && !exhausted && outstanding < plan.mostAhead() && (feed.isAtHand() || plan.left() > 0);
    }

    private boolean goesOn() {
        return !over && !host.isEnded() && !isClosed();
    }

    private boolean isClosed() {
        return plan.registry().isClosed();
    }

    private void pull() {
        try {
            pullWhatIsAtHand();
        } finally {
            pulling = false;
        }
        pullMore();
        finishIfNothingIsLeft();
    }

    /** Pulls one target, and what comes without waiting after it. */
    private void pullWhatIsAtHand() {
        do {
            Item item = mayPull() ? next() : null;
            if (item != null) {
                outstanding++;
                route(item);
            }
        } while (feed.isAtHand() && mayPull());
    }

    private @Nullable Item next() {
        try {
            Item item = feed.next();
            exhausted = item == null;
            return item;
        } catch (Throwable e) {
            host.failed(e);
            return null;
        }
    }

    private void route(Item item) {
        PreparedCheck check = item.check();
        CheckOutcome known = item.known();
        if (known != null) {
            deliver(item, known);
        } else if (check != null) {
            Lane lane = lanes.computeIfAbsent(check.client(), plan::lane);
            lane.add(item);
            pump(lane);
        }
    }

    /** Begins what may be begun at an account. */
    private void pump(Lane lane) {
        while (!lane.isEmpty() && goesOn()) {
            CheckOutcome refused = lane.outcomeIfEnded();
            if (refused != null) {
                deliver(lane.take(), refused);
            } else if (mayBegin(lane)) {
                start(lane, lane.take());
            } else {
                return;
            }
        }
    }

    private boolean mayBegin(Lane lane) {
        long pause = lane.pause(plan.time().nanoTime());
        if (pause > 0) {
            alarmIn(pause, lane, () -> pump(lane));
        }
        return pause <= 0
                && plan.left() > 0
                && lane.hasRoom()
                && lane.gate().enter(lane.limit(), lane.waker(turns, this::pump));
    }

    private void start(Lane lane, Item item) {
        lane.begun(item);
        AsyncRun<CheckResult> run;
        try {
            run = Objects.requireNonNull(item.check())
                    .begin(users, plan.latest(), (why, attempt, pause) -> heed(lane, why, pause));
        } catch (Throwable e) { // one that is an Error must not leave the others waiting
            lane.gate().leave();
            turns.execute(() -> ended(lane, item, null, e));
            return;
        }
        underWay.add(run);
        if (host.isEnded()) {
            run.cancel(true);
        }
        CompletableFuture<?> unused = run.whenComplete((result, error) -> {
            underWay.remove(run);
            lane.gate().leave();
            turns.execute(() -> ended(lane, item, result, error));
        });
    }

    /** What a vendor tells one check of its rate holds for the whole account. */
    private void heed(Lane lane, ConnectionCheckException why, Duration pause) {
        if (why instanceof RateLimitedException) {
            turns.execute(() -> lane.pauseFor(pause, plan.time().nanoTime()));
        }
    }

    private void ended(Lane lane, Item item, @Nullable CheckResult result, @Nullable Throwable error) {
        lane.ended();
        if (result != null) {
            lane.admitted();
            deliver(item, CheckOutcome.of(result));
        } else if (error != null) {
            ConnectionCheckException why = Ends.explain(item.target(), error, isClosed());
            if (!goesOn() || !lane.takesBack(item, why, plan.time().nanoTime())) {
                deliver(item, CheckOutcome.of(item.target(), why));
            }
        }
        pump(lane);
    }

    private void deliver(Item item, CheckOutcome outcome) {
        outstanding--;
        item.ended(outcome);
        if (host.isEnded()) {
            sink.keep(item, outcome);
            return;
        }
        try {
            sink.accept(item, outcome);
        } catch (Throwable e) {
            host.failed(e);
        }
        pullMore();
        finishIfNothingIsLeft();
    }

    private void finishIfNothingIsLeft() {
        if (outstanding > 0 || pulling || !(exhausted || over) || host.isEnded()) {
            return;
        }
        if (fault == null || exhausted) {
            host.finished(exhausted || !isClosed());
        } else {
            host.failed(Ends.broken(plan.operation(), fault));
        }
    }

    private void timeIsOver() {
        Duration within = Objects.requireNonNull(plan.within());
        endWaiting(target -> Ends.late(target, within));
    }

    private void endWaiting(Function<CheckTarget, CheckOutcome> outcome) {
        over = true;
        lanes.values().forEach(lane -> {
            while (!lane.isEmpty()) {
                Item item = lane.take();
                deliver(item, outcome.apply(item.target()));
            }
        });
        finishIfNothingIsLeft();
    }

    private void alarmIn(long nanos, Object whose, Runnable turn) {
        TimeSource.Timer alarm = plan.time().schedule(() -> turns.execute(turn), nanos);
        TimeSource.Timer before = alarms.put(whose, alarm);
        if (before != null) {
            before.cancel();
        }
    }

    // What other threads may do.

    /** Ends everything because the checker was closed: each target has an outcome that says so. */
    void close() {
        underWay.forEach(check -> check.cancel(true));
        turns.execute(() -> endWaiting(Ends::closed));
    }

    /** Cleans up after the end; of what was not begun, only the listeners hear. */
    void cleanUp() {
        underWay.forEach(check -> check.cancel(true));
        turns.execute(() -> {
            alarms.values().forEach(TimeSource.Timer::cancel);
            alarms.clear();
            endWaiting(Ends::notBegun);
        });
    }

    /** Tells whether nothing but time has to pass; asked between turns. */
    boolean isPausing() {
        return underWay.stream().allMatch(AsyncRun::isPausing) && !(underWay.isEmpty() && alarms.isEmpty());
    }
}
