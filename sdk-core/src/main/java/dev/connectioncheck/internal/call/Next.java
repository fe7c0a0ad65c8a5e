package dev.connectioncheck.internal.call;

import org.jspecify.annotations.Nullable;

/** What follows an answer: a value, or another call that leads to one. */
record Next<T>(@Nullable T value, @Nullable CallPlan<T> call) {}
