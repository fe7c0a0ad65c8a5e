package dev.connectioncheck.internal.drive;

import dev.connectioncheck.CheckCancelledException;
import dev.connectioncheck.CheckInterruptedException;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.Attempt;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Begins with a given step, is done with whatever happens next, and writes down what that was. */
final class ToldMachine implements Machine<String> {
    final List<String> told = Collections.synchronizedList(new ArrayList<>());
    private final Supplier<Step<String>> first;
    private volatile @Nullable IOException failure;

    ToldMachine(Supplier<Step<String>> first) {
        this.first = first;
    }

    static ToldMachine waiting() {
        return new ToldMachine(() -> new Step.Wait<>(1));
    }

    @Nullable IOException failure() {
        return failure;
    }

    @Override
    public Step<String> begin(long now) {
        return first.get();
    }

    @Override
    public Step<String> answered(Answer answer, long now) {
        return done("answered");
    }

    @Override
    public Step<String> failed(IOException why, Attempt attempt, long now) {
        failure = why;
        return done("failed");
    }

    @Override
    public Step<String> returned(Object value, long now) {
        return done("returned " + value);
    }

    @Override
    public Step<String> threw(Throwable error, long now) {
        return done("threw " + error.getClass().getSimpleName());
    }

    @Override
    public Step<String> woke(long now) {
        return done("woke");
    }

    private Step<String> done(String what) {
        told.add(what);
        return new Step.Done<>(what);
    }

    @Override
    public ConnectionCheckException stopped(Stop why) {
        Failure end = Failure.of("toy", "test", "stopped");
        return why == Stop.INTERRUPTED
                ? new CheckInterruptedException(end, null)
                : new CheckCancelledException(end, null);
    }

    @Override
    public ConnectionCheckException broken(Throwable fault) {
        return new ConnectionCheckException(Failure.of("toy", "test", "broken"), fault);
    }
}
