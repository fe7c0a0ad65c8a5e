package dev.connectioncheck.internal.text;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Decodes what may be base64 in a text: with the one alphabet or the other, padded or not, broken into lines or not.
 *
 * <p>Where it begins is not known, for {@code /} and {@code -} may be its digits or stand before it. So each run of
 * digits is decoded from each of its first four, and what can be read of that is kept. It counts as one: of
 * {@code user:password} in base64 nothing is left if the password is a secret.
 */
final class Base64Text {
    private static final int[] VALUES = values();

    private final DecodedText text;
    private final int shortest;
    private final DecodedText.Builder out = new DecodedText.Builder(0);
    private int[] digits = new int[64];
    private int count;

    private Base64Text(DecodedText text, int shortest) {
        this.text = text;
        this.shortest = shortest;
    }

    /**
     * Decodes a text.
     *
     * @param bytes what can be read is left out if it has fewer
     * @return what is decoded, with gaps between what does not belong together, or null if there is nothing
     */
    static @Nullable DecodedText of(DecodedText text, int bytes) {
        if (text.length() * 3 / 4 < bytes) {
            return null; // as most words of a vendor are
        }
        DecodedText decoded = new Base64Text(text, bytes).decode();
        return decoded.length() == 0 ? null : decoded;
    }

    private DecodedText decode() {
        int at = 0;
        while (at < text.length()) {
            at = value(text.charAt(at)) < 0 ? at + 1 : run(at);
        }
        return out.build();
    }

    /** Decodes the run that begins here, and returns where it has ended. */
    private int run(int start) {
        count = 0;
        int at = start;
        while (at < text.length() && (value(text.charAt(at)) >= 0 || isWithinLines(at))) {
            if (value(text.charAt(at)) >= 0) {
                addDigit(at);
            }
            at++;
        }
        int end = at;
        while (end < at + 2 && text.at(end) == '=') {
            end++;
        }
        for (int first = 0; first < 4; first++) {
            decodeFrom(first, text.to(end - 1));
        }
        return end;
    }

    /** A line break between two digits. */
    private boolean isWithinLines(int at) {
        char c = text.charAt(at);
        if (c != '\n' && c != '\r') {
            return false;
        }
        return value(text.at(at + 1)) >= 0 || (c == '\r' && text.at(at + 1) == '\n' && value(text.at(at + 2)) >= 0);
    }

    private void addDigit(int at) {
        if (count == digits.length) {
            digits = Arrays.copyOf(digits, count * 2);
        }
        digits[count++] = at;
    }

    private void decodeFrom(int first, int limit) {
        int bytes = (count - first) * 3 / 4;
        int start = 0;
        int at = bytes < shortest ? bytes + 1 : 0; // nothing of so few could be kept
        while (at <= bytes) {
            int width = at < bytes ? readable(first, at, bytes) : 0;
            if (width == 0) {
                keep(first, start, at, at == bytes ? limit : -1);
                start = at + 1;
            }
            at += Math.max(1, width);
        }
    }

    /** Returns of how many bytes the character is that begins here, or 0 if it is none that is written. */
    private int readable(int first, int at, int bytes) {
        int lead = octet(first, at);
        if (lead < 0x80) {
            return (lead >= ' ' && lead < 0x7f) || lead == '\n' || lead == '\r' || lead == '\t' ? 1 : 0;
        }
        int width = lead < 0xc2 ? 1 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        for (int i = at + 1; i < at + width; i++) {
            if (i >= bytes || (octet(first, i) & 0xc0) != 0x80) {
                return Character.isLetter(lead) ? 1 : 0;
            }
        }
        return width > 1 ? width : 0;
    }

    private void keep(int first, int start, int end, int limit) {
        if (end - start < shortest) {
            return;
        }
        int begin = out.length();
        for (int at = start; at < end; at++) {
            int digit = digit(first, at);
            out.appendByte(octet(first, at), text.from(digits[digit]), text.to(digits[digit + 1]));
        }
        out.join(begin, out.length(), out.from(begin), Math.max(limit, out.to(out.length() - 1)));
        out.append(DecodedText.GAP, out.from(begin), out.from(begin));
    }

    /** Returns the byte that two digits hold. */
    private int octet(int first, int at) {
        int digit = digit(first, at);
        int both = value(text.charAt(digits[digit])) << 6 | value(text.charAt(digits[digit + 1]));
        return both >> (4 - 2 * (at % 3)) & 0xff;
    }

    /** Returns the first of the two digits that hold a byte. */
    private static int digit(int first, int at) {
        return first + at / 3 * 4 + at % 3;
    }

    private static int value(char c) {
        return c < VALUES.length ? VALUES[c] : -1;
    }

    private static int[] values() {
        int[] values = new int[128];
        Arrays.fill(values, -1);
        String digits = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789";
        for (int i = 0; i < digits.length(); i++) {
            values[digits.charAt(i)] = i;
        }
        values['+'] = values['-'] = 62;
        values['/'] = values['_'] = 63;
        return values;
    }
}
