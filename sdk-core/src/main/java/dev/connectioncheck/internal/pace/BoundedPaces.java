package dev.connectioncheck.internal.pace;

import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Keeps so many in memory; what was not needed for longest is forgotten. Used by all threads, guarded by its lock. */
final class BoundedPaces implements Paces {
    private static final int FIRST_SIZE = 16;
    private static final float LOAD = 0.75f;

    private final Map<String, RememberedPace> kept;

    BoundedPaces(int most) {
        this.kept = new LinkedHashMap<>(FIRST_SIZE, LOAD, true) {
            @Override
            protected boolean removeEldestEntry(Map.Entry<String, RememberedPace> eldest) {
                return size() > most;
            }
        };
    }

    @Override
    public synchronized @Nullable RememberedPace recall(String key) {
        return kept.get(key);
    }

    @Override
    public synchronized void remember(String key, RememberedPace pace) {
        kept.put(key, pace);
    }
}
