package dev.connectioncheck.internal.pace;

import dev.connectioncheck.PaceMemory;
import org.jspecify.annotations.Nullable;

/** Keeps texts where the user says; what comes back may be anything. */
record UsersPaces(PaceMemory memory) implements Paces {
    @Override
    public @Nullable RememberedPace recall(String key) {
        return memory.recall(key).map(RememberedPace::parse).orElse(null);
    }

    @Override
    public void remember(String key, RememberedPace pace) {
        memory.remember(key, pace.text());
    }
}
