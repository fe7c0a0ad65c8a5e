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

    static final Set<Escape> ALL = EnumSet.allOf(Escape.class);

    /** Tells whether such an escape may begin here. */
    boolean mayBeginAt(DecodedText text, int index) {
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
            char c = text.charAt(i);
            if (c == '%' || c == '\\' || c == '&' || c == '\'' || c == '"') {
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
}
