package dev.connectioncheck.internal.text;

import java.util.EnumSet;
import java.util.Set;

/**
 * The ways to write a character as something else. Each undoes exactly what it has done, but may undo another's work.
 */
public enum Escape {
    /** {@code %2F}, {@code %2f}, {@code %u00e4}. */
    PERCENT,
    /** Of JSON, of programs and of shells: {@code \n}, {@code \/}, {@code \"}, {@code \u00e4}, {@code \xc3\xa4}. */
    BACKSLASH,
    /** Of HTML and XML: by name, such as that of the ampersand, or by number. */
    ENTITY,
    /** Of SQL and of shells: two quotes for one, or the end of a quoted text, a quote, and another text. */
    SINGLE_QUOTE,
    DOUBLE_QUOTE;

    private static final Set<Escape> ALL = EnumSet.allOf(Escape.class);

    /** The longest way to write one character twice encoded, such as {@code %255Cu00e4}, and some to spare. */
    private static final int LONGEST = 32;

    /** Tells whether such an escape may begin here. */
    private boolean mayBeginAt(DecodedText text, int index) {
        char c = text.charAt(index);
        return switch (this) {
            case PERCENT -> c == '%';
            case BACKSLASH -> c == '\\';
            case ENTITY -> c == '&';
            case SINGLE_QUOTE -> isQuote(text, index, '\'', '"');
            case DOUBLE_QUOTE -> isQuote(text, index, '"', '\'');
        };
    }

    private static boolean isQuote(DecodedText text, int index, char quote, char other) {
        char next = text.at(index + 1);
        return text.charAt(index) == quote && (next == quote || next == '\\' || next == other);
    }

    /** Returns the escapes that may be in a text. */
    public static Set<Escape> in(DecodedText text) {
        Set<Escape> escapes = EnumSet.noneOf(Escape.class);
        for (int i = 0; i < text.length(); i++) {
            if (isSign(text.charAt(i))) {
                addAt(text, i, escapes);
            }
        }
        return escapes;
    }

    private static void addAt(DecodedText text, int index, Set<Escape> escapes) {
        for (Escape escape : ALL) {
            if (escape.mayBeginAt(text, index)) {
                escapes.add(escape);
            }
        }
    }

    /**
     * Returns a text without the escape at its end that a cut has left half, if there may be one. Signs that stand
     * together go together: what half of them mean is not known.
     */
    static DecodedText withoutHalfOfOne(DecodedText text) {
        int end = Math.max(0, text.length() - LONGEST);
        while (end < text.length() && !isSign(text.charAt(end))) {
            end++;
        }
        while (isSign(text.at(end - 1))) {
            end--;
        }
        return text.beginning(end);
    }

    /** Tells whether an escape of any kind may begin with a character. */
    private static boolean isSign(char c) {
        return c == '%' || c == '\\' || c == '&' || c == '\'' || c == '"';
    }
}
