package dev.connectioncheck.internal.call;

import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.internal.drive.Machine;
import dev.connectioncheck.internal.drive.Step;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import dev.connectioncheck.internal.secret.Secrets;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs one call, request after request, and sends a request again where that is safe and worth it. */
public final class CallMachine<T> implements Machine<T> {
    private static final Logger LOG = LoggerFactory.getLogger("dev.connectioncheck");

    private final CallBudget budget;
    private final Secrets secrets;
    private CallPlan<T> plan;
    private long began;
    private int sends;
    private boolean keyRenewed;
    private @Nullable Attempt attempt;
    private @Nullable ConnectionCheckException lastTrouble;

    public CallMachine(CallPlan<T> plan, CallBudget budget, Secrets secrets) {
        this.plan = plan;
        this.budget = budget;
        this.secrets = secrets;
        secrets.addBody(plan.request().body());
    }

    /** The moment of its first step. */
    public long began() {
        return began;
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
            return new Step.Failed<>(timedOut());
        }
        sends++;
        Attempt next = new Attempt();
        attempt = next;
        LOG.debug("{}: sending, attempt {}", plan, sends);
        return new Step.Send<>(
                plan.transport().newCall(plan.request(), next),
                next,
                plan.transport().attemptNanos(plan.request(), left));
    }

    @Override
    public Step<T> answered(Answer answer, long now) {
        LOG.debug("{}: answered {}", plan, answer.status());
        secrets.addKey(answer.key());
        if (plan.isSuccess(answer.status())) {
            return read(answer, now);
        }
        if (answer.status() == 401 && mayRenewKey()) {
            keyRenewed = true;
            return send(now);
        }
        return again(
                Retries.afterAnswer(answer, plan.request().resend(), sends, budget.time()),
                errors().ofStatus(answer),
                now);
    }

    private Step<T> read(Answer answer, long now) {
        Next<T> next;
        try {
            next = plan.read(answer);
        } catch (ConnectionCheckException e) {
            return new Step.Failed<>(e);
        } catch (RuntimeException e) {
            answer.distrust();
            return new Step.Failed<>(errors().unreadable(answer, e));
        }
        if (next.value() != null) {
            return new Step.Done<>(next.value());
        }
        if (next.call() == null) {
            return new Step.Failed<>(errors().unreadable(answer, new UnreadableAnswerException("it means nothing")));
        }
        return follow(next.call(), now);
    }

    private Step<T> follow(CallPlan<T> call, long now) {
        plan = call;
        secrets.addBody(call.request().body());
        sends = 0;
        keyRenewed = false;
        attempt = null;
        return send(now);
    }

    @Override
    public Step<T> failed(IOException failure, Attempt tried, long now) {
        LOG.debug("{}: no answer, {}", plan, failure.getClass().getName());
        secrets.addKey(tried.key());
        if (now >= budget.deadline()) {
            return new Step.Failed<>(timedOut());
        }
        return again(
                Retries.afterFailure(failure, tried, plan.request().resend(), sends), errors().ofFailure(failure), now);
    }

    /** Waits and sends again if that is allowed and there is time; gives up with the error at hand otherwise. */
    private Step<T> again(OptionalLong pause, ConnectionCheckException error, long now) {
        long left = budget.deadline() - now;
        if (pause.isEmpty() || sends >= budget.maxSends() || pause.getAsLong() >= left) {
            return new Step.Failed<>(error);
        }
        lastTrouble = error;
        return new Step.Wait<>(pause.getAsLong());
    }

    private boolean mayRenewKey() {
        return !keyRenewed
                && plan.transport().credential().isRenewable()
                && plan.request().resend().afterRenewal();
    }

    private ConnectionCheckException timedOut() {
        return errors().timedOut(lastTrouble);
    }

    @Override
    public ConnectionCheckException stopped(Stop why) {
        return errors().stopped(why);
    }

    @Override
    public ConnectionCheckException broken(Throwable fault) {
        return errors().broken(fault);
    }

    private Errors errors() {
        boolean sent = attempt != null && attempt.wasSent();
        return new Errors(plan.transport(), plan.request(), sent, secrets, budget);
    }
}
