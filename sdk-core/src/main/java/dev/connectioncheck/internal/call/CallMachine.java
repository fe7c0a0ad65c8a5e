package dev.connectioncheck.internal.call;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.async.Staged;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.time.Duration;
import java.util.Objects;
import java.util.OptionalLong;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Runs one call, request after request, and retries a request where that is safe and worth it.
 *
 * <p>Used by one thread at a time, which its driver sees to.
 */
public final class CallMachine<T> implements Machine<T> {
    /** A patient call makes its last attempt so long before the deadline, or half of what is left. */
    private static final long RESERVE = Duration.ofMillis(500).toNanos();

    private final CallBudget budget;
    private final Secrets secrets;
    private ApiCall<T> call;
    private @Nullable CallPlan<T> plan;
    private @Nullable Answer lastAnswer;
    private long began;
    private long sentAt;
    private int attempts;
    private boolean hasTurn;
    private long turn;
    private boolean keyRenewed;
    private boolean lastAttemptMade;
    private @Nullable Attempt attempt;
    private @Nullable Answer refusal;
    private @Nullable ConnectionCheckException lastTrouble;
    private boolean mayHaveArrived;

    public CallMachine(ApiCall<T> call, CallBudget budget, Secrets secrets) {
        this.budget = budget;
        this.secrets = secrets;
        this.call = call;
        take(call);
    }

    @SuppressWarnings("unchecked") // a call of T has a plan of T
    private void take(ApiCall<T> next) {
        call = next;
        plan = next instanceof Planned<?> planned ? (CallPlan<T>) planned.plan() : null;
        if (plan != null) {
            secrets.addBody(plan.request().body());
        }
    }

    /** The moment of its first step. */
    public long began() {
        return began;
    }

    /** The last answer of the vendor; null if there was none, or the call is no HTTP request. */
    public @Nullable Answer lastAnswer() {
        return lastAnswer;
    }

    /**
     * Tells whether the vendor may have taken a request though no answer says so: false if all were refused or not
     * sent.
     */
    public boolean mayHaveArrived() {
        return mayHaveArrived;
    }

    @Override
    public Step<T> begin(long now) {
        began = now;
        return send(now);
    }

    @Override
    public Step<T> woke(long now) {
        return send(now);
    }

    private Step<T> send(long now) {
        long left = budget.deadline() - now;
        if (left <= 0) {
            return new Step.Failed<>(
                    hasTurn ? ends().hadNoTurn(plan().transport().pace()) : timedOut());
        }
        long untilTurn = untilTurn(now);
        if (untilTurn > 0) {
            return new Step.Wait<>(Math.min(untilTurn, left));
        }
        hasTurn = false;
        attempts++;
        sentAt = now;
        budget.log().sending(operation(), attempts);
        if (plan == null) {
            mayHaveArrived = true;
            ApiCall<T> current = call;
            return new Step.Invoke<>(
                    current instanceof Staged staged ? staged::begin : () -> current.executeAsync(), left);
        }
        Attempt next = plan.transport().newAttempt(plan.request(), budget.time(), budget.deadline(), refusedKey());
        attempt = next;
        return new Step.Send<>(
                plan.transport().newCall(plan.request(), next),
                next,
                plan.transport().attemptNanos(plan.request(), left));
    }

    /** How long the request has to wait for its place among the client's others. */
    private long untilTurn(long now) {
        if (plan == null) {
            return 0;
        }
        if (!hasTurn) {
            turn = plan.transport().takeTurn(now);
            hasTurn = true;
        }
        return turn - now;
    }

    @Override
    public Step<T> answered(Answer answer, long now) {
        lastAnswer = answer;
        secrets.addKey(answer.key());
        mayHaveArrived |= !Retries.saysNotTaken(answer.status());
        budget.log().answered(operation(), attempts, answer.status(), answer.requestId(), now - sentAt);
        if (plan().success().test(answer.status())) {
            return read(answer, now);
        }
        if (answer.status() == 401 && mayRenewKey()) {
            keyRenewed = true;
            refusal = answer;
            tellOfRetry(errors().ofStatus(answer), Duration.ZERO);
            return send(now);
        }
        return retry(
                Retries.afterAnswer(answer, plan().request().resend(), attempts, budget.time()),
                errors().ofStatus(answer),
                now);
    }

    private Step<T> read(Answer answer, long now) {
        try {
            return goOn(plan().reader().apply(answer), now);
        } catch (ConnectionCheckException e) {
            return new Step.Failed<>(e);
        } catch (RuntimeException e) {
            answer.distrust();
            return unreadable(errors().unreadable(answer, e), now);
        }
    }

    /** What a proxy says in the vendor's place may pass, as any other trouble. */
    private Step<T> unreadable(ConnectionCheckException error, long now) {
        return budget.patient() && plan().request().resend().afterFailure()
                ? retry(OptionalLong.of(Retries.backoff(attempts)), error, now)
                : new Step.Failed<>(error);
    }

    private Step<T> goOn(Next<T> next, long now) {
        if (next.value() != null) {
            return new Step.Done<>(next.value());
        }
        take(next.call());
        attempts = 0;
        keyRenewed = false;
        refusal = null;
        attempt = null;
        return send(now);
    }

    @Override
    public Step<T> failed(IOException failure, Attempt tried, long now) {
        budget.log().failed(operation(), attempts, failure, now - sentAt);
        secrets.addKey(tried.key());
        mayHaveArrived |= !Failures.wasNotProcessed(failure, tried);
        if (now >= budget.deadline()) {
            lastTrouble = tried.wasSent() ? lastTrouble : errors().ofFailure(failure, tried);
            return new Step.Failed<>(timedOut());
        }
        Answer refused = refusal;
        if (refused != null && Failures.kindOf(failure) == FailureKind.SAME_KEY) {
            return new Step.Failed<>(errors().ofStatus(refused));
        }
        return retry(
                Retries.afterFailure(failure, tried, plan().request().resend(), attempts),
                Retries.mostAttempts(failure),
                errors().ofFailure(failure, tried),
                now);
    }

    @Override
    public Step<T> returned(Object value, long now) {
        budget.log().returned(operation(), attempts, now - sentAt);
        Next<T> next = call instanceof Staged staged ? Next.ofStaged(staged.follow(value)) : Next.ofStaged(value);
        return goOn(next, now);
    }

    @Override
    public Step<T> threw(Throwable error, long now) {
        budget.log().failed(operation(), attempts, error, now - sentAt);
        if (now >= budget.deadline() || error instanceof TimeoutException) {
            return new Step.Failed<>(timedOut());
        }
        if (!(error instanceof ConnectionCheckException known)) {
            return new Step.Failed<>(ends().broken(error));
        }
        return budget.patient() && known.retryable()
                ? retry(OptionalLong.of(Retries.backoff(attempts)), known, now)
                : new Step.Failed<>(known);
    }

    /** Pauses before a retry if one is allowed and there is time; gives up with the error at hand otherwise. */
    private Step<T> retry(OptionalLong pause, ConnectionCheckException error, long now) {
        return retry(pause, CallBudget.ATTEMPTS_OF_A_CALL, error, now);
    }

    private Step<T> retry(OptionalLong pause, int mostAttempts, ConnectionCheckException error, long now) {
        if (pause.isEmpty() || (!budget.patient() && attempts >= mostAttempts)) {
            return new Step.Failed<>(error);
        }
        lastTrouble = error;
        long left = budget.deadline() - now;
        if (pause.getAsLong() < left) {
            return waiting(pause.getAsLong(), error);
        }
        if (!budget.patient()) {
            return new Step.Failed<>(error);
        }
        if (lastAttemptMade) {
            return new Step.Failed<>(timedOut());
        }
        lastAttemptMade = true;
        return waiting(left - Math.min(RESERVE, left / 2), error);
    }

    private Step<T> waiting(long pause, ConnectionCheckException error) {
        tellOfRetry(error, Duration.ofNanos(pause));
        return new Step.Wait<>(pause);
    }

    private void tellOfRetry(ConnectionCheckException why, Duration pause) {
        budget.log().retrying(operation(), attempts, why, pause);
        budget.retries().retried(why, attempts, pause);
    }

    /** The key that the vendor has just refused: the supplier may still have no other. */
    private @Nullable String refusedKey() {
        return refusal == null ? null : refusal.key();
    }

    private boolean mayRenewKey() {
        return !keyRenewed
                && plan().transport().credential().isRenewable()
                && plan().request().resend().afterRenewal();
    }

    private ConnectionCheckException timedOut() {
        return ends().timedOut(lastTrouble, Duration.ofNanos(budget.deadline() - began));
    }

    @Override
    public ConnectionCheckException stopped(Stop why) {
        return ends().stopped(why);
    }

    @Override
    public ConnectionCheckException broken(Throwable fault) {
        return ends().broken(fault);
    }

    private CallPlan<T> plan() {
        return Objects.requireNonNull(plan, "the call is no HTTP request");
    }

    private String operation() {
        return plan == null ? budget.owner().operation() : plan.request().operation();
    }

    private CallOwner owner() {
        return plan == null ? budget.owner() : budget.owner().of(plan);
    }

    private CallEnds ends() {
        return new CallEnds(owner(), mayHaveArrived, adviceIfLost(), secrets, budget);
    }

    /** What to do about a change that may have been made though nobody said so; null if none can have been. */
    private @Nullable String adviceIfLost() {
        return plan != null && attempt != null && attempt.wasSent()
                ? plan.request().ifLost()
                : null;
    }

    private Errors errors() {
        return new Errors(plan(), ends());
    }
}
