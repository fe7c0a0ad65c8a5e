package dev.connectioncheck.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

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
    private final boolean cut;
    private final DecodedText.Builder out = new DecodedText.Builder(0);
    private final List<DecodedText> decoded = new ArrayList<>(0);
    private int[] digits = new int[64];
    private int count;

    /** Where the run has ended that is being decoded, its padding included. */
    private int end;

    private Base64Text(DecodedText text, int shortest, boolean cut) {
        this.text = text;
        this.shortest = shortest;
        this.cut = cut;
    }

    /**
     * Decodes a text.
     *
     * @param bytes what can be read is left out if it has fewer
     * @param cut whether the text goes on, so that its end may cut base64 in two
     * @return what is decoded, with gaps between what does not belong together, and by itself what the end may have
     *     cut; empty if there is nothing
     */
    static List<DecodedText> of(DecodedText text, int bytes, boolean cut) {
        return text.length() * 3 / 4 < bytes
                ? List.of() // as most words of a vendor are
                : new Base64Text(text, bytes, cut).decode();
    }

    private List<DecodedText> decode() {
        int at = 0;
        while (at < text.length()) {
            at = value(text.charAt(at)) < 0 ? at + 1 : run(at);
        }
        if (out.length() > 0) {
            decoded.add(out.build());
        }
        return decoded;
    }

    /** Decodes the run that begins here, and returns where it has ended. */
    private int run(int start) {
        count = 0;
        end = start;
        while (end < text.length() && (value(text.charAt(end)) >= 0 || isWithinLines(end))) {
            if (value(text.charAt(end)) >= 0) {
                addDigit(end);
            }
            end++;
        }
        int limit = end + 2;
        while (end < limit && text.at(end) == '=') {
            end++;
        }
        for (int first = 0; first < 4; first++) {
            decodeFrom(first);
        }
        return end;
    }

    /** A line break between two digits. */
    private boolean isWithinLines(int at) {
        char c = text.charAt(at);
        if (!isLineBreak(c)) {
            return false;
        }
        return value(text.at(at + 1)) >= 0 || (c == '\r' && text.at(at + 1) == '\n' && value(text.at(at + 2)) >= 0);
    }

    private static boolean isLineBreak(char c) {
        return c == '\n' || c == '\r';
    }

    /** Tells whether the end of the text may have cut the run in two, within a line or between two. */
    private boolean isCut() {
        int at = end;
        while (isLineBreak(text.at(at))) {
            at++;
        }
        return cut && at == text.length();
    }

    private void addDigit(int at) {
        if (count == digits.length) {
            digits = Arrays.copyOf(digits, count * 2);
        }
        digits[count++] = at;
    }

    private void decodeFrom(int first) {
        int bytes = bytes(first);
        int start = 0;
        int at = bytes < shortest ? bytes + 1 : 0; // nothing of so few could be kept
        while (at <= bytes) {
            int width = at < bytes ? readable(first, at, bytes) : 0;
            if (width == 0) {
                keep(first, start, at);
                start = at + 1;
            }
            at += Math.max(1, width);
        }
    }

    /** Returns how many bytes there are from one of the first digits on. */
    private int bytes(int first) {
        return (count - first) * 3 / 4;
    }

    /** Returns of how many bytes the character is that begins here, or 0 if it is none that is written. */
    private int readable(int first, int at, int bytes) {
        int lead = octet(first, at);
        if (lead < 0xc2) {
            return isWritten(lead) ? 1 : 0;
        }
        int width = lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
        for (int i = at + 1; i < at + width; i++) {
            if (i >= bytes || (octet(first, i) & 0xc0) != 0x80) {
                return isWritten(lead) ? 1 : 0;
            }
        }
        return width;
    }

    /** Of Latin-1, that is letters: its signs are seldom in a text, and often in what is none. */
    private static boolean isWritten(int c) {
        boolean sign = c >= ' ' && c < 0x7f;
        return sign || c == '\n' || c == '\r' || c == '\t' || Character.isLetter(c);
    }

    private void keep(int first, int start, int limit) {
        if (limit - start < shortest) {
            return;
        }
        int begin = out.length();
        for (int at = start; at < limit; at++) {
            int digit = digit(first, at);
            out.appendByte(octet(first, at), text.from(digits[digit]), text.to(digits[digit + 1]));
        }
        int left = bytes(first) - limit;
        int length = out.length();
        out.join(begin, length, out.from(begin), left == 0 ? text.to(end - 1) : out.to(length - 1));
        if (isCut() && left < DecodedText.HALF_A_CHARACTER) {
            decoded.add(out.part(begin, length).withoutHalfACharacter());
        }
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
