package dev.connectioncheck.internal.drive;

/** Something under way that another thread can end, at once. */
public interface Stoppable {
    void stop();
}
