package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.secret.SecretNames.Meaning;

/** How a value is tied to its name, and so how much it has to look like a secret to be one. */
enum Tie {
    /** By an equals sign, or a colon after a quoted name, or within a tag: whatever is there is the value. */
    ASSIGNED,
    /** By a colon without a blank after it, or with a value in quotes. */
    TIGHT,
    /** By a colon, as within a sentence, and the scheme of an authorization. */
    SCHEME,
    /** By a colon, as within a sentence. */
    LOOSE;

    private static final int SHORTEST_KEY = 16;

    /** Tells whether a value is a secret that is so tied to a name of that meaning. */
    boolean makesSecret(CharSequence value, Meaning meaning) {
        return !value.isEmpty()
                && isLikely(value, meaning)
                && !ValueLooks.isNoValue(value)
                && !ValueLooks.isSentence(value);
    }

    private boolean isLikely(CharSequence value, Meaning meaning) {
        return switch (meaning) {
            case PASSWORD -> this != LOOSE || ValueLooks.isMixed(value);
            case SECRET ->
                (this == ASSIGNED && !ValueLooks.isFile(value))
                        || ValueLooks.isJumble(value)
                        || ValueLooks.isPassword(value)
                        || (this == SCHEME && ValueLooks.isMixed(value));
            case PERHAPS ->
                value.length() >= SHORTEST_KEY && value.toString().indexOf('.') < 0 && ValueLooks.isJumble(value);
            case ORDINARY, UNKNOWN -> false;
        };
    }
}
