package dev.connectioncheck.internal.drive;

/** Something that a {@link CallWatch} looks at now and then. */
interface Watched {
    /** Looks after itself, on the timer's thread. */
    void look();
}
