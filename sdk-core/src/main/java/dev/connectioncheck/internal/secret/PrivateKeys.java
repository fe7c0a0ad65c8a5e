package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.util.regex.Pattern;

/** Finds private keys in PEM, whole or cut off. One that is only spoken of, as in "must begin with …", stays. */
final class PrivateKeys {
    private static final String BEGIN = "-----BEGIN ";
    private static final Pattern HEADER = Pattern.compile("-----BEGIN [A-Z0-9 ]{0,40}PRIVATE KEY-----");
    private static final Pattern FOOTER = Pattern.compile("-----END [A-Z0-9 ]{0,40}PRIVATE KEY-----");

    /** What an encrypted key has before its first line, and lines that are nothing but base64. */
    private static final Pattern LINES = Pattern.compile(
            "[A-Za-z0-9+/=]*+" + "(?:[\\r\\n]++(?:(?:Proc-Type|DEK-Info):[^\\r\\n]*+|[A-Za-z0-9+/=]++(?! )))*+");

    private static final Pattern LONG_LINE = Pattern.compile("[A-Za-z0-9+/=]{16}");

    private PrivateKeys() {}

    static void find(DecodedText text, Spans spans) {
        String all = text.toString();
        if (!all.contains(BEGIN)) {
            return;
        }
        var header = HEADER.matcher(all);
        var footer = FOOTER.matcher(all);
        boolean more = true;
        int from = 0;
        while (header.find(from)) {
            from = header.end();
            more = more && footer.find(from);
            int next = all.indexOf(BEGIN, from);
            boolean whole = more && (next < 0 || footer.start() < next) && isBody(all, from, footer.start());
            int end = whole ? footer.end() : endOfLines(all, from);
            if (end > from) {
                spans.add(text, header.start(), end);
                from = end;
            }
        }
    }

    /** Between the words of a sentence there are blanks, and no long lines. */
    private static boolean isBody(String text, int start, int end) {
        String body = text.substring(start, end);
        return body.indexOf(' ') < 0 || LONG_LINE.matcher(body).find();
    }

    private static int endOfLines(String text, int start) {
        var lines = LINES.matcher(text).region(start, text.length());
        return lines.lookingAt() ? lines.end() : start;
    }
}
