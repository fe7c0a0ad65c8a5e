package dev.connectioncheck.internal;

/** Something under way that another thread can end, at once. */
interface Stoppable {
    void stop();
}
