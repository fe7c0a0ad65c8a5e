package dev.connectioncheck.config;

/**
 * A text after its placeholders.
 *
 * @param text the text; as it is written where it can't be known
 * @param isKnown whether all that it refers to is there
 * @param isWrittenOut whether some of it stands in the file itself
 */
record Resolved(String text, boolean isKnown, boolean isWrittenOut) {
    static Resolved unknown(String text) {
        return new Resolved(text, false, false);
    }
}
