package dev.connectioncheck.internal.call;

/** A call that is an HTTP request, which the engine sends by itself. */
interface Planned<T> {
    CallPlan<T> plan();
}
