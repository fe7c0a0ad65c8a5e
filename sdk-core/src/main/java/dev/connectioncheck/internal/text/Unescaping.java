package dev.connectioncheck.internal.text;

import java.util.Set;

/** Takes one layer of escapes off a text. */
public final class Unescaping {
    private static final String CONTROL_LETTERS = "abefnrtv";
    private static final String CONTROLS = "\u0007\b\u001b\f\n\r\t\u000b";

    private final DecodedText text;
    private final Set<Escape> escapes;
    private final DecodedText.Builder out;
    private int at;

    private Unescaping(DecodedText text, Set<Escape> escapes) {
        this.text = text;
        this.escapes = escapes;
        this.out = new DecodedText.Builder(text.length());
    }

    /** Returns the text without these escapes. */
    public static DecodedText of(DecodedText text, Set<Escape> escapes) {
        return new Unescaping(text, escapes).decode();
    }

    private DecodedText decode() {
        while (at < text.length()) {
            if (!escape(text.charAt(at))) {
                put(text.charAt(at), 1);
            }
        }
        return out.build();
    }

    private boolean escape(char c) {
        return switch (c) {
            case '%' -> escapes.contains(Escape.PERCENT) && percent();
            case '\\' -> escapes.contains(Escape.BACKSLASH) && backslash();
            case '&' -> escapes.contains(Escape.ENTITY) && entity();
            case '\'' -> escapes.contains(Escape.SINGLE_QUOTE) && quote(c, '"');
            case '"' -> escapes.contains(Escape.DOUBLE_QUOTE) && quote(c, '\'');
            default -> false;
        };
    }

    private boolean percent() {
        if (text.at(at + 1) == '%') {
            return put('%', 2);
        }
        return text.at(at + 1) == 'u' ? unit(2, 4) : octet(1);
    }

    private boolean backslash() {
        char next = text.at(at + 1);
        int control = CONTROL_LETTERS.indexOf(next);
        if (control >= 0) {
            return put(CONTROLS.charAt(control), 2);
        }
        return switch (next) {
            case 'u' -> unit(2, 4) || braced();
            case 'U' -> unit(2, 8);
            case 'x' -> octet(2) || braced();
            case '0', '1', '2', '3' -> octal();
            case DecodedText.GAP -> false;
            default -> !Character.isLetterOrDigit(next) && put(next, 2);
        };
    }

    /** A byte of two hexadecimal digits. */
    private boolean octet(int begin) {
        int value = number(begin, 2, 16);
        return value >= 0 && octet(value, begin + 2);
    }

    private boolean octal() {
        int value = number(1, 3, 8);
        return value >= 0 ? octet(value, 4) : text.at(at + 1) == '0' && put('\0', 2);
    }

    private boolean octet(int value, int width) {
        out.appendByte(value, text.from(at), text.to(at + width - 1));
        at += width;
        return true;
    }

    /** A character of so many hexadecimal digits. */
    private boolean unit(int begin, int digits) {
        return codePoint(number(begin, digits, 16), begin + digits);
    }

    private boolean braced() {
        if (text.at(at + 2) != '{') {
            return false;
        }
        int digits = 0;
        while (digits < 6 && Character.digit(text.at(at + 3 + digits), 16) >= 0) {
            digits++;
        }
        return text.at(at + 3 + digits) == '}' && codePoint(number(3, digits, 16), 4 + digits);
    }

    private boolean entity() {
        for (int end = at + 2; end <= at + Entities.LONGEST + 1; end++) {
            if (text.at(end) == ';') {
                return codePoint(Entities.codePoint(text.text(at + 1, end)), end + 1 - at);
            }
        }
        return false;
    }

    private boolean codePoint(int codePoint, int width) {
        if (!Character.isValidCodePoint(codePoint)) {
            return false;
        }
        out.appendCodePoint(codePoint, text.from(at), text.to(at + width - 1));
        at += width;
        return true;
    }

    /** A quote within quotes: doubled, or put between the end of a shell's quoted text and the next. */
    private boolean quote(char quote, char other) {
        if (text.at(at + 1) == '\\' && text.at(at + 2) == quote && text.at(at + 3) == quote) {
            return put(quote, 4);
        }
        boolean between = text.at(at + 1) == other
                && text.at(at + 2) == quote
                && text.at(at + 3) == other
                && text.at(at + 4) == quote;
        return between ? put(quote, 5) : text.at(at + 1) == quote && put(quote, 2);
    }

    private boolean put(char c, int width) {
        out.append(c, text.from(at), text.to(at + width - 1));
        at += width;
        return true;
    }

    /** Returns the number that so many digits make, or a negative one if they are none, or eight that are too large. */
    private int number(int begin, int digits, int radix) {
        int value = digits == 0 ? -1 : 0;
        for (int i = at + begin; i < at + begin + digits && value >= 0; i++) {
            int digit = Character.digit(text.at(i), radix);
            value = digit < 0 ? -1 : value * radix + digit;
        }
        return value;
    }
}
