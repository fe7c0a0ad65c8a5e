package dev.connectioncheck.internal.pace;

import org.jspecify.annotations.Nullable;

/** Where what is remembered is kept. */
interface Paces {
    /** Returns what is kept under a key; null if nothing is. */
    @Nullable RememberedPace recall(String key);

    void remember(String key, RememberedPace pace);
}
