package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.UnexpectedResponseException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.call.CallBudget;
import dev.connectioncheck.internal.call.CallMachine;
import dev.connectioncheck.internal.call.CallOwner;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.log.CourseLog;
import dev.connectioncheck.internal.secret.Cleaner;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import dev.connectioncheck.spi.ConnectionPage;
import dev.connectioncheck.time.TimeSource;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Lists an account page by page; trouble ends the list, and what was told until then is kept. */
final class ListMachine implements Machine<Listing> {
    static final String OPERATION = "inventory";

    /** A vendor that has told so much is not asked for yet another page. */
    private static final int MOST_ROWS = 100_000;

    private final CallOwner owner;
    private final long deadline;
    private final TimeSource time;
    private final List<Connection> rows = new ArrayList<>();
    private final Secrets secrets = new Secrets();
    private CallMachine<ConnectionPage> call;

    ListMachine(CallOwner owner, ApiCall<ConnectionPage> first, long deadline, TimeSource time) {
        this.owner = owner;
        this.deadline = deadline;
        this.time = time;
        this.call = callOf(first);
    }

    private CallMachine<ConnectionPage> callOf(ApiCall<ConnectionPage> page) {
        CourseLog log = CourseLog.ofCall(owner.vendor(), secrets);
        return new CallMachine<>(page, CallBudget.ofCall(owner, deadline, log, time, remark()), secrets);
    }

    private String remark() {
        return rows.isEmpty() ? "" : " The list is incomplete: it ends after " + rows.size() + " connections.";
    }

    @Override
    public Step<Listing> begin(long now) {
        return after(call.begin(now), now);
    }

    @Override
    public Step<Listing> answered(Answer answer, long now) {
        return after(call.answered(answer, now), now);
    }

    @Override
    public Step<Listing> failed(IOException failure, Attempt attempt, long now) {
        return after(call.failed(failure, attempt, now), now);
    }

    @Override
    public Step<Listing> returned(Object value, long now) {
        return after(call.returned(value, now), now);
    }

    @Override
    public Step<Listing> threw(Throwable error, long now) {
        return after(call.threw(error, now), now);
    }

    @Override
    public Step<Listing> woke(long now) {
        return after(call.woke(now), now);
    }

    private Step<Listing> after(Step<ConnectionPage> step, long now) {
        if (step instanceof Step.Done<ConnectionPage> done) {
            return add(done.value(), now);
        }
        return step instanceof Step.Failed<ConnectionPage> failed ? ended(failed.error()) : Step.passOn(step);
    }

    private Step<Listing> add(ConnectionPage page, long now) {
        page.connections().forEach(row -> rows.add(ours(row)));
        Optional<ApiCall<ConnectionPage>> next = page.next();
        if (next.isEmpty()) {
            return new Step.Done<>(new Listing(rows, null));
        }
        if (rows.size() >= MOST_ROWS) {
            return ended(endless());
        }
        call = callOf(next.get());
        return begin(now);
    }

    /** A row as the checker knows it: at its account, and without a secret in the words of its recorded verdict. */
    private Connection ours(Connection row) {
        Cleaner cleaner = secrets.cleaner();
        Connection clean = row.withLastVerdict(row.lastVerdict()
                .map(verdict ->
                        RecordedVerdict.of(verdict.verdict(), verdict.message().map(cleaner::clean), verdict.at()))
                .orElse(null));
        return owner.account() == null ? clean : clean.at(owner.account());
    }

    private Step<Listing> ended(ConnectionCheckException error) {
        return new Step.Done<>(new Listing(rows, error));
    }

    private UnexpectedResponseException endless() {
        String message = owner + ": the vendor goes on sending pages." + remark();
        return new UnexpectedResponseException(
                Failure.builder(owner.vendor(), OPERATION, message)
                        .account(owner.account())
                        .build(),
                null);
    }

    @Override
    public ConnectionCheckException stopped(Stop why) {
        return call.stopped(why);
    }

    @Override
    public ConnectionCheckException broken(Throwable fault) {
        return call.broken(fault);
    }
}
