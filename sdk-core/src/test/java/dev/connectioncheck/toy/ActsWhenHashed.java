package dev.connectioncheck.toy;

import org.jspecify.annotations.Nullable;

/** Lets something happen while it is put into a set, which asks for its hash code. */
public abstract class ActsWhenHashed {
    private final Runnable meanwhile;

    protected ActsWhenHashed(Runnable meanwhile) {
        this.meanwhile = meanwhile;
    }

    @Override
    public final int hashCode() {
        meanwhile.run();
        return 1;
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return this == other;
    }
}
