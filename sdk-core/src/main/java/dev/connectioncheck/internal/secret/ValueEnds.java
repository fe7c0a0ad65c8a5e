package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;

/** Finds where a value ends that stands in a text: by its quotes, or by what can't belong to it. */
final class ValueEnds {
    static final String QUOTES = "\"'`";

    private static final String DELIMITERS = "\"'`,;&)}]<>|";
    private static final int MOST_BLANKS = 4;

    private final DecodedText text;

    ValueEnds(DecodedText text) {
        this.text = text;
    }

    boolean isQuote(int at) {
        return QUOTES.indexOf(text.at(at)) >= 0;
    }

    /** Returns where something is after a few blanks. */
    int afterBlanks(int start) {
        int at = start;
        while (at < start + MOST_BLANKS && (text.at(at) == ' ' || text.at(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** Returns where the quote closes that opens here: not at one that is doubled or has a backslash before it. */
    int closing(int open, int most) {
        char quote = text.charAt(open);
        int at = open + 1;
        while (at < text.length() && at <= open + most) {
            boolean doubled = text.charAt(at) == quote && text.at(at + 1) == quote && at > open + 1;
            if (text.charAt(at) == quote && !doubled) {
                return at;
            }
            at += doubled || text.charAt(at) == '\\' ? 2 : 1;
        }
        return Math.min(at, text.length());
    }

    /** Returns where a value ends that has no quotes; a full stop after it ends the sentence. */
    int ofBare(int start, int most) {
        int end = start;
        while (end < text.length() && end - start < most && !isEnd(end)) {
            end++;
        }
        while (end > start && ".:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean isEnd(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || DELIMITERS.indexOf(c) >= 0
                || (c == '\\' && "nr\"'".indexOf(text.at(at + 1)) >= 0);
    }

    /** Returns where a character is, or the limit, or the end of the text. */
    int next(char wanted, int start, int limit) {
        int end = Math.min(limit, text.length());
        int at = start;
        while (at < end && text.charAt(at) != wanted) {
            at++;
        }
        return Math.min(at, end);
    }
}
