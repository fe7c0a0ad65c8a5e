package dev.connectioncheck.internal.call;

import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.internal.json.UnreadableAnswerException;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** What follows an answer: a value, or another call that leads to one. */
record Next<T>(@Nullable T value, @Nullable ApiCall<T> call) {
    @SuppressWarnings("ConstantValue") // a function of the user's may return null all the same
    static <T> Next<T> of(T value) {
        if (value == null) {
            throw new UnreadableAnswerException("it means nothing");
        }
        return new Next<>(value, null);
    }

    static <T> Next<T> of(ApiCall<T> call) {
        return new Next<>(null, Objects.requireNonNull(call, "the next call must not be null"));
    }

    /** Reads what a call that is no HTTP request says follows. */
    @SuppressWarnings("unchecked") // what follows the value of a call of T is a T, or a call of it
    static <T> Next<T> ofStaged(Object next) {
        return next instanceof ApiCall<?> call ? of((ApiCall<T>) call) : of((T) next);
    }

    <U> Next<U> map(Function<? super T, ? extends U> function) {
        return value != null ? of((U) function.apply(value)) : of(call().<U>map(function));
    }

    <U> Next<U> then(Function<? super T, ? extends ApiCall<U>> function) {
        return of(value != null ? function.apply(value) : call().then(function));
    }

    @Override
    public ApiCall<T> call() {
        return Objects.requireNonNull(call);
    }
}
