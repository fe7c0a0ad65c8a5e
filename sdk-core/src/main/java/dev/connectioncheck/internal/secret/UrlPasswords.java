package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.function.IntPredicate;

/**
 * Finds the password in the user information of URLs, also of such as are no right URLs because of it: with a slash, an
 * at-sign or a number sign that should have been encoded.
 */
final class UrlPasswords {
    private static final int LONGEST = 1_024;

    private final DecodedText text;
    private final int start;
    private final int end;

    private UrlPasswords(DecodedText text, int start, int end) {
        this.text = text;
        this.start = start;
        this.end = end;
    }

    static void find(DecodedText text, Spans spans) {
        find(text, UrlPasswords::endsUrl, spans);
    }

    /** Finds it in a setting that is a URL and nothing else, so that blanks in it don't end it. */
    static void findInSetting(DecodedText setting, Spans spans) {
        find(setting, c -> false, spans);
    }

    private static void find(DecodedText text, IntPredicate ends, Spans spans) {
        if (text.indexOf('@', 0) < 0) {
            return;
        }
        for (int at = text.indexOf(':', 0); at >= 0; at = text.indexOf(':', at + 1)) {
            if (text.at(at + 1) == '/' && text.at(at + 2) == '/' && Character.isLetterOrDigit(text.at(at - 1))) {
                int end = at + 3;
                while (end < text.length() && end < at + LONGEST && !ends.test(text.charAt(end))) {
                    end++;
                }
                new UrlPasswords(text, at + 3, end).add(spans);
            }
        }
    }

    private static boolean endsUrl(int c) {
        return Character.isWhitespace(c) || "\"'<>".indexOf(c) >= 0;
    }

    private void add(Spans spans) {
        int authority = first("/?#", end);
        int colon = first(":", authority);
        int at = last(authority);
        if (at < 0 && colon < authority && !isPort(colon + 1, authority)) {
            at = last(end);
        }
        if (at < 0 || !isHost(text.at(at + 1))) {
            return;
        }
        colon = first(":", at);
        CharSequence user = text.subSequence(start, colon);
        if (colon < at && !ValueLooks.isNoValue(text.subSequence(colon + 1, at))) {
            spans.add(text, colon + 1, at);
        } else if (colon == at && user.length() >= 16 && ValueLooks.isJumble(user)) {
            spans.add(text, start, at);
        }
    }

    /** Returns where the first of these characters is, or the limit. */
    private int first(String wanted, int limit) {
        int i = start;
        while (i < limit && wanted.indexOf(text.charAt(i)) < 0) {
            i++;
        }
        return i;
    }

    private int last(int limit) {
        int i = limit - 1;
        while (i >= start && text.charAt(i) != '@') {
            i--;
        }
        return i >= start ? i : -1;
    }

    private boolean isPort(int from, int to) {
        return text.subSequence(from, to).chars().allMatch(Character::isDigit);
    }

    private static boolean isHost(char c) {
        return Character.isLetterOrDigit(c) || c == '[' || c == '$' || c == '_' || c == '*';
    }
}
