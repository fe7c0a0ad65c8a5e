package dev.connectioncheck.internal.wire;

/** Lets an endless list be too long sooner. The bound itself is tried where it is made, in sdk-core. */
public final class ShorterLists {
    /** Above the bound of answers that are no lists. */
    private static final long BYTES = 6L << 20;

    private ShorterLists() {}

    /** Lowers the bound of lists. */
    public static void begin() {
        ListBody.lowerTo(BYTES);
    }

    /** Sets the bound back. */
    public static void end() {
        ListBody.lowerTo(ListBody.MAX_BYTES);
    }
}
