package dev.connectioncheck.internal.bulk;

import org.jspecify.annotations.Nullable;

/** Brings the targets of a run, one at a time, in the turns of the run. */
interface Feed {
    /** Tells whether the targets are there already, so that all of them are taken before time passes. */
    boolean isAtHand();

    /** Returns the next one, or null if there is none; may be the user's code, and throw. */
    @Nullable Item next();
}
