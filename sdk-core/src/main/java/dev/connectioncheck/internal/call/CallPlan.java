package dev.connectioncheck.internal.call;

import dev.connectioncheck.internal.json.BodyReader;
import dev.connectioncheck.internal.wire.Answer;
import dev.connectioncheck.internal.wire.ApiRequest;
import dev.connectioncheck.internal.wire.Transport;
import java.util.function.Function;
import java.util.function.IntPredicate;

/**
 * An HTTP request as the engine sees it: what is sent, which statuses are good, and what follows the answer.
 *
 * <p>Immutable.
 */
record CallPlan<T>(Transport transport, ApiRequest request, IntPredicate success, Function<Answer, Next<T>> reader) {

    /** Returns a plan that goes on differently after the answer. */
    <U> CallPlan<U> withReader(Function<Answer, Next<U>> other) {
        return new CallPlan<>(transport, request, success, other);
    }

    /** Returns a plan that reads its list otherwise. */
    <U> CallPlan<U> withListReader(BodyReader other, Function<Answer, Next<U>> follow) {
        return new CallPlan<>(transport, request.withListReader(other), success, follow);
    }

    CallPlan<T> withBody(Object body) {
        return new CallPlan<>(transport, request.withBody(body), success, reader);
    }

    @Override
    public String toString() {
        return transport.vendor() + " " + request;
    }
}
