package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.secret.SecretNames.Meaning;
import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;

/**
 * Finds values that are named a secret: {@code password=…}, {@code "client_secret": "…"}, {@code X-Api-Key: …},
 * {@code <Token>…</Token>}.
 *
 * <p>What is assigned to such a name is a secret whatever it looks like. What follows it after a colon in a sentence,
 * such as {@code access token: 401 Unauthorized}, is one only if it looks like one.
 */
final class NamedValues {
    private static final int LONGEST_NAME = 64;
    private static final int LONGEST_SCHEME = 24;
    private static final int MOST_BLANKS = 4;

    /** So many characters of a value decide what it is. */
    private static final int TELLING = 128;

    private final DecodedText text;
    private final ValueEnds ends;
    private final Spans spans;

    private NamedValues(DecodedText text, Spans spans) {
        this.text = text;
        this.ends = new ValueEnds(text);
        this.spans = spans;
    }

    static void find(DecodedText text, Spans spans) {
        NamedValues values = new NamedValues(text, spans);
        int at = 0;
        while (at < text.length()) {
            at = switch (text.charAt(at)) {
                case '=' -> values.afterEquals(at);
                case ':' -> values.afterColon(at);
                case '>' -> values.afterTag(at);
                default -> at + 1;
            };
        }
    }

    private int afterEquals(int at) {
        if (text.at(at + 1) == '=') {
            return at + 1;
        }
        int start = text.at(at + 1) == '>' ? at + 2 : at + 1;
        return value(start, meaningBefore(at), Tie.ASSIGNED);
    }

    private int afterColon(int at) {
        if (text.at(at + 1) == '/' || text.at(at + 1) == ':') {
            return at + 1;
        }
        Tie tie = Character.isWhitespace(text.at(at + 1)) ? Tie.LOOSE : Tie.TIGHT;
        return value(at + 1, meaningBefore(at), ends.isQuote(at - 1) ? Tie.ASSIGNED : tie);
    }

    private int afterTag(int at) {
        int start = startOfName(at);
        if (start == at || text.at(start - 1) != '<') {
            return at + 1;
        }
        Meaning meaning = SecretNames.of(text.subSequence(start, at));
        int end = ends.next('<', at, text.length());
        CharSequence telling = text.subSequence(at + 1, Math.min(end, at + TELLING));
        boolean closed = text.at(end + 1) == '/';
        return closed && Tie.ASSIGNED.makesSecret(telling, meaning) ? add(at + 1, end) : at + 1;
    }

    /** Tells what the name before a separator means; of a key, with the words before it: "Secret Access Key". */
    private Meaning meaningBefore(int separator) {
        int end = separator;
        while (end > separator - MOST_BLANKS && (text.at(end - 1) == ' ' || text.at(end - 1) == ']')) {
            end--;
        }
        boolean quoted = ends.isQuote(end - 1);
        end -= quoted ? 1 : 0;
        int start = startOfName(end);
        Meaning meaning = SecretNames.of(text.subSequence(start, end));
        for (int words = 0; words < 2 && !quoted && meaning == Meaning.PERHAPS && text.at(start - 1) == ' '; words++) {
            start = startOfName(start - 1);
            meaning = SecretNames.of(text.subSequence(start, end));
        }
        return meaning;
    }

    /** Returns where the name begins that ends here; of a path such as {@code db.password}, its last part. */
    private int startOfName(int end) {
        int start = end;
        while (start > end - LONGEST_NAME && isOfName(text.at(start - 1))) {
            start--;
        }
        return start;
    }

    private static boolean isOfName(char c) {
        return (Character.isLetterOrDigit(c) && c < 128) || c == '_' || c == '-';
    }

    /** Adds the value that begins here if it is a secret, and returns where to go on. */
    private int value(int start, Meaning meaning, Tie tie) {
        if (meaning == Meaning.ORDINARY || meaning == Meaning.UNKNOWN) {
            return start;
        }
        int at = ends.afterBlanks(start);
        if (text.at(at) == '[' && ends.isQuote(at + 1)) {
            return list(at + 1, meaning, tie);
        }
        boolean prefixed = "bur".indexOf(text.at(at)) >= 0 && ends.isQuote(at + 1);
        at += prefixed ? 1 : 0;
        if (ends.isQuote(at)) {
            return Math.max(start, quoted(at, meaning, tie));
        }
        return Math.max(start, text.at(at) == '{' ? braced(at, meaning, tie) : bare(at, meaning, tie));
    }

    private int list(int start, Meaning meaning, Tie tie) {
        int at = start;
        while (ends.isQuote(at)) {
            int end = Math.max(quoted(at, meaning, tie), ends.closing(at, TELLING));
            at = text.at(end + 1) == ',' ? ends.afterBlanks(end + 2) : end + 1;
        }
        return Math.min(at, text.length());
    }

    /** A value in quotes; returns the place of the closing one if it is a secret. */
    private int quoted(int open, Meaning meaning, Tie tie) {
        int start = afterScheme(open + 1);
        int end = ends.closing(open, TELLING);
        Tie effective = tie == Tie.LOOSE ? Tie.TIGHT : tie;
        return effective.makesSecret(text.subSequence(Math.min(start, end), end), meaning)
                ? add(start, ends.closing(open, text.length()))
                : open;
    }

    /** A value of ODBC, which may hold semicolons: {@code PWD={…}}. */
    private int braced(int open, Meaning meaning, Tie tie) {
        int end = ends.next('}', open, open + TELLING);
        CharSequence value = text.subSequence(open + 1, end);
        boolean object = value.chars().anyMatch(c -> ValueEnds.QUOTES.indexOf(c) >= 0 || c == ':' || c == '{');
        return !object && tie == Tie.ASSIGNED && tie.makesSecret(value, meaning)
                ? add(open + 1, ends.next('}', end, text.length()))
                : open;
    }

    private int bare(int begin, Meaning meaning, Tie tie) {
        int start = afterScheme(begin);
        Tie effective = start > begin && tie == Tie.LOOSE ? Tie.SCHEME : tie;
        CharSequence telling = text.subSequence(start, ends.ofBare(start, TELLING));
        return effective.makesSecret(telling, meaning) ? add(start, ends.ofBare(start, text.length())) : begin;
    }

    /** Returns where the secret begins if there is a scheme before it: {@code Bearer …}. */
    private int afterScheme(int start) {
        int at = start;
        while (at < start + LONGEST_SCHEME && isOfName(text.at(at))) {
            at++;
        }
        boolean scheme = text.at(at) == ' ' && Schemes.isSchemeInText(text.text(start, at));
        return scheme && !Character.isWhitespace(text.at(at + 1)) ? at + 1 : start;
    }

    private int add(int start, int end) {
        spans.add(text, start, end);
        return end;
    }
}
