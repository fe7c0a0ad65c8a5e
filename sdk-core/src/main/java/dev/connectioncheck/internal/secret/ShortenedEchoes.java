package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.Collection;
import java.util.NavigableSet;
import java.util.TreeSet;

/** Finds the ends of a long secret where somebody has shown a value with its middle left out: {@code 'abcd...wxyz'}. */
final class ShortenedEchoes {
    /** Of a shorter secret nobody leaves the middle out. */
    private static final int SHORTEST_SECRET = 16;

    private static final int LONGEST_END = 128;

    private final NavigableSet<String> secrets = new TreeSet<>();
    private final NavigableSet<String> backwards = new TreeSet<>();

    ShortenedEchoes(Collection<String> secrets) {
        for (String secret : secrets) {
            if (secret.length() >= SHORTEST_SECRET) {
                this.secrets.add(secret);
                backwards.add(backwards(secret));
            }
        }
    }

    void find(DecodedText text, Spans spans) {
        if (secrets.isEmpty()) {
            return;
        }
        for (int at = 0; at < text.length(); at++) {
            int length = ellipsis(text, at);
            if (length > 0) {
                addBefore(text, at, spans);
                addAfter(text, at + length, spans);
                at += length - 1;
            }
        }
    }

    private static int ellipsis(DecodedText text, int at) {
        if (text.charAt(at) == '…') {
            return 1;
        }
        return text.charAt(at) == '.' && text.at(at + 1) == '.' && text.at(at + 2) == '.' ? 3 : 0;
    }

    private void addBefore(DecodedText text, int end, Spans spans) {
        int start = end;
        while (start > Math.max(0, end - LONGEST_END) && isOfValue(text.charAt(start - 1))) {
            start--;
        }
        String shown = text.text(start, end);
        if (beginsAny(secrets, shown)) {
            spans.add(text, start, end);
        }
    }

    private void addAfter(DecodedText text, int start, Spans spans) {
        int end = start;
        while (end < Math.min(text.length(), start + LONGEST_END) && isOfValue(text.charAt(end))) {
            end++;
        }
        String shown = text.text(start, end);
        if (beginsAny(backwards, backwards(shown))) {
            spans.add(text, start, end);
        }
    }

    private static boolean beginsAny(NavigableSet<String> secrets, String shown) {
        String next = shown.length() < SecretForms.SHORTEST ? null : secrets.ceiling(shown);
        return next != null && next.startsWith(shown);
    }

    private static String backwards(String text) {
        return new StringBuilder(text).reverse().toString();
    }

    private static boolean isOfValue(char c) {
        return !Character.isWhitespace(c) && "\"'`,;()[]".indexOf(c) < 0;
    }
}
