package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.secret.SecretNames.Meaning;

/**
 * Finds values that are named a secret: {@code password=…}, {@code "client_secret": "…"}, {@code X-Api-Key: …},
 * {@code <Token>…</Token>}.
 *
 * <p>What is assigned to such a name is a secret whatever it looks like. What follows it after a colon in a sentence,
 * such as {@code access token: 401 Unauthorized}, is one only if it looks like one.
 */
final class NamedValues {
    private static final int LONGEST_NAME = 64;
    private static final int MOST_BLANKS = 4;

    /** So many characters of a value decide what it is. */
    private static final int TELLING = 128;

    private static final int SHORTEST_JUMBLED_KEY = 16;
    private static final String QUOTES = "\"'`";
    private static final String ENDS_OF_VALUE = "\"'`,;&)}]<>|";

    private final DecodedText text;
    private final Spans spans;

    private NamedValues(DecodedText text, Spans spans) {
        this.text = text;
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

    /** How a value is tied to its name. */
    private enum Tie {
        /** By an equals sign, or a colon after a quoted name, or within a tag. */
        ASSIGNED,
        /** By a colon without a blank after it. */
        TIGHT,
        /** By a colon, as within a sentence, and the scheme of an authorization. */
        SCHEME,
        /** By a colon, as within a sentence. */
        LOOSE
    }

    private int afterEquals(int at) {
        char before = text.at(at - 1);
        if (text.at(at + 1) == '=' || before == '=' || before == '!' || before == '<' || before == '>') {
            return at + 1;
        }
        int start = text.at(at + 1) == '>' ? at + 2 : at + 1;
        return value(start, meaningBefore(at), Tie.ASSIGNED);
    }

    private int afterColon(int at) {
        if (text.at(at + 1) == '/' || text.at(at + 1) == ':' || text.at(at - 1) == ':') {
            return at + 1;
        }
        boolean quotedName = QUOTES.indexOf(text.at(at - 1)) >= 0;
        boolean tight = !Character.isWhitespace(text.at(at + 1));
        return value(at + 1, meaningBefore(at), quotedName ? Tie.ASSIGNED : tight ? Tie.TIGHT : Tie.LOOSE);
    }

    private int afterTag(int at) {
        int start = startOfName(at);
        if (start == at || text.at(start - 1) != '<') {
            return at + 1;
        }
        Meaning meaning = SecretNames.of(text.subSequence(start, at));
        int end = at + 1;
        while (end < text.length() && end < at + TELLING && text.charAt(end) != '<') {
            end++;
        }
        return isSecret(text.subSequence(at + 1, end), meaning, Tie.ASSIGNED)
                ? add(at + 1, indexOrEnd('<', end))
                : at + 1;
    }

    /** Tells what the name before a separator means; of a key, with the words before it: "Secret Access Key". */
    private Meaning meaningBefore(int separator) {
        int end = separator;
        while (end > separator - MOST_BLANKS && (text.at(end - 1) == ' ' || text.at(end - 1) == ']')) {
            end--;
        }
        boolean quoted = QUOTES.indexOf(text.at(end - 1)) >= 0;
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
        int at = afterBlanks(start);
        if (text.at(at) == '[' && QUOTES.indexOf(text.at(at + 1)) >= 0) {
            return list(at + 1, meaning, tie);
        }
        boolean prefixed = "bur".indexOf(text.at(at)) >= 0 && QUOTES.indexOf(text.at(at + 1)) >= 0;
        at += prefixed ? 1 : 0;
        if (at < text.length() && QUOTES.indexOf(text.charAt(at)) >= 0) {
            return Math.max(start, quoted(at, meaning, tie));
        }
        return Math.max(start, text.at(at) == '{' ? braced(at, meaning, tie) : bare(at, meaning, tie));
    }

    private int list(int start, Meaning meaning, Tie tie) {
        int at = start;
        while (QUOTES.indexOf(text.at(at)) >= 0) {
            int end = Math.max(quoted(at, meaning, tie), closing(at, TELLING));
            at = text.at(end + 1) == ',' ? afterBlanks(end + 2) : end + 1;
        }
        return Math.min(at, text.length());
    }

    private int afterBlanks(int start) {
        int at = start;
        while (at < start + MOST_BLANKS && (text.at(at) == ' ' || text.at(at) == '\t')) {
            at++;
        }
        return at;
    }

    /** A value in quotes; returns the place of the closing one if it is a secret. */
    private int quoted(int open, Meaning meaning, Tie tie) {
        int start = afterScheme(open + 1);
        int end = closing(open, TELLING);
        Tie quotedTie = tie == Tie.LOOSE ? Tie.TIGHT : tie;
        return isSecret(text.subSequence(Math.min(start, end), end), meaning, quotedTie)
                ? add(start, closing(open, text.length()))
                : open;
    }

    /** A value of ODBC, which may hold semicolons: {@code PWD={…}}. */
    private int braced(int open, Meaning meaning, Tie tie) {
        int end = Math.min(indexOrEnd('}', open), open + TELLING);
        CharSequence value = text.subSequence(open + 1, end);
        boolean object = value.chars().anyMatch(c -> QUOTES.indexOf(c) >= 0 || c == ':');
        return !object && tie == Tie.ASSIGNED && isSecret(value, meaning, tie) ? add(open + 1, end) : open;
    }

    private int bare(int begin, Meaning meaning, Tie tie) {
        int start = afterScheme(begin);
        Tie effective = start > begin && tie == Tie.LOOSE ? Tie.SCHEME : tie;
        int end = endOfBare(start, start + TELLING);
        return isSecret(text.subSequence(start, end), meaning, effective)
                ? add(start, endOfBare(start, text.length()))
                : begin;
    }

    /** Returns where the secret begins if there is a scheme before it: {@code Bearer …}. */
    private int afterScheme(int start) {
        int at = start;
        while (at < start + 24 && isOfName(text.at(at))) {
            at++;
        }
        boolean scheme = at > start && text.at(at) == ' ' && isScheme(text.subSequence(start, at));
        return scheme && !Character.isWhitespace(text.at(at + 1)) ? at + 1 : start;
    }

    private static boolean isScheme(CharSequence word) {
        return switch (word.toString()) {
            case "Basic", "Bearer", "Token", "Key", "ApiKey", "SharedKey", "SharedKeyLite", "AWS", "AWS4-HMAC-SHA256" ->
                true;
            default -> word.toString().endsWith("-Key");
        };
    }

    /** Returns where the quote closes that opens here: not at one that is doubled or has a backslash before it. */
    private int closing(int open, int most) {
        char quote = text.charAt(open);
        int at = open + 1;
        while (at < text.length() && at <= open + most) {
            if (text.charAt(at) == '\\') {
                at++;
            } else if (text.charAt(at) == quote) {
                if (text.at(at + 1) != quote || at == open + 1) {
                    return at;
                }
                at++;
            }
            at++;
        }
        return Math.min(at, text.length());
    }

    private int endOfBare(int start, int limit) {
        int end = start;
        while (end < Math.min(limit, text.length()) && !endsBare(end)) {
            end++;
        }
        while (end > start && ".:!?".indexOf(text.charAt(end - 1)) >= 0) {
            end--;
        }
        return end;
    }

    private boolean endsBare(int at) {
        char c = text.charAt(at);
        return Character.isWhitespace(c)
                || ENDS_OF_VALUE.indexOf(c) >= 0
                || (c == '\\' && "nrt\\\"'".indexOf(text.at(at + 1)) >= 0);
    }

    private static boolean isSecret(CharSequence value, Meaning meaning, Tie tie) {
        if (value.isEmpty() || !isLikely(value, meaning, tie)) {
            return false;
        }
        return !ValueLooks.isNoValue(value) && !ValueLooks.isSentence(value);
    }

    private static boolean isLikely(CharSequence value, Meaning meaning, Tie tie) {
        return switch (meaning) {
            case PASSWORD -> tie != Tie.LOOSE || ValueLooks.isMixed(value);
            case SECRET ->
                tie == Tie.ASSIGNED
                        || ValueLooks.isJumble(value)
                        || ValueLooks.isPassword(value)
                        || (tie == Tie.SCHEME && ValueLooks.isMixed(value));
            case PERHAPS -> value.length() >= SHORTEST_JUMBLED_KEY && ValueLooks.isJumble(value);
            case ORDINARY, UNKNOWN -> false;
        };
    }

    private int add(int start, int end) {
        spans.add(text, start, end);
        return end;
    }

    private int indexOrEnd(char wanted, int start) {
        int at = text.indexOf(wanted, start);
        return at < 0 ? text.length() : at;
    }
}
