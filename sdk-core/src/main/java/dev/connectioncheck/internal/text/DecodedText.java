package dev.connectioncheck.internal.text;

import java.nio.CharBuffer;
import java.util.Arrays;

/**
 * A text as it reads once it is decoded, which remembers of each character where that came from. So a secret can be
 * found in what the text means, and masked in what it is.
 */
public final class DecodedText implements CharSequence {
    /** Stands between texts that are not one; no secret holds it. */
    static final char GAP = '\uffff';

    /** The end of a text that is cut may be half a character of UTF-8: so many bytes at most, each read as one. */
    static final int HALF_A_CHARACTER = 3;

    private final char[] chars;
    private final int[] from;
    private final int[] to;
    private final int length;

    private DecodedText(char[] chars, int[] from, int[] to, int length) {
        this.chars = chars;
        this.from = from;
        this.to = to;
        this.length = length;
    }

    /** Returns a text that nothing was done to. */
    public static DecodedText original(String text) {
        return new DecodedText(text.toCharArray(), new int[0], new int[0], text.length());
    }

    /** Returns where in the original the character begins. */
    int from(int index) {
        return from.length == 0 ? index : from[index];
    }

    /** Returns where in the original the character has ended. */
    int to(int index) {
        return to.length == 0 ? index + 1 : to[index];
    }

    @Override
    public int length() {
        return length;
    }

    @Override
    public char charAt(int index) {
        return chars[index];
    }

    /** Returns the character, or a gap before the beginning and after the end. */
    public char at(int index) {
        return index < 0 || index >= length ? GAP : chars[index];
    }

    @Override
    public CharSequence subSequence(int start, int end) {
        return CharBuffer.wrap(chars, start, end - start);
    }

    /** Returns a part of it as a text. */
    public String text(int start, int end) {
        return new String(chars, start, end - start);
    }

    public int indexOf(char wanted, int start) {
        for (int i = start; i < length; i++) {
            if (chars[i] == wanted) {
                return i;
            }
        }
        return -1;
    }

    /** Returns its first characters alone. */
    DecodedText beginning(int end) {
        return new DecodedText(chars, from, to, end);
    }

    /** Returns it without what at its end a cut may have left of a character. */
    DecodedText withoutHalfACharacter() {
        return beginning(Math.max(0, length - HALF_A_CHARACTER));
    }

    @Override
    public String toString() {
        return text(0, length);
    }

    /** Puts a decoded text together. */
    static final class Builder {
        private final ByteRun bytes = new ByteRun();
        private char[] chars;
        private int[] from;
        private int[] to;
        private int length;

        Builder(int expected) {
            chars = new char[expected];
            from = new int[expected];
            to = new int[expected];
        }

        void append(char c, int begin, int end) {
            flush();
            put(c, begin, end);
        }

        /** Adds a byte; it is a character with those before and after it. */
        void appendByte(int value, int begin, int end) {
            bytes.add(value, begin, end);
        }

        void appendCodePoint(int codePoint, int begin, int end) {
            flush();
            putCodePoint(codePoint, begin, end);
        }

        /** Returns how many characters there are. */
        int length() {
            flush();
            return length;
        }

        /** Lets some characters count as one: who finds one of them, finds all. */
        void join(int start, int end, int begin, int limit) {
            Arrays.fill(from, start, end, begin);
            Arrays.fill(to, start, end, limit);
        }

        int from(int index) {
            return from[index];
        }

        int to(int index) {
            return to[index];
        }

        DecodedText build() {
            flush();
            return new DecodedText(chars, from, to, length);
        }

        /** Returns a part of what there is, by itself. */
        DecodedText part(int start, int end) {
            return new DecodedText(
                    Arrays.copyOfRange(chars, start, end),
                    Arrays.copyOfRange(from, start, end),
                    Arrays.copyOfRange(to, start, end),
                    end - start);
        }

        private void flush() {
            if (!bytes.isEmpty()) {
                bytes.decode(this::putCodePoint);
            }
        }

        private void putCodePoint(int codePoint, int begin, int end) {
            for (char c : Character.toChars(codePoint)) {
                put(c, begin, end);
            }
        }

        private void put(char c, int begin, int end) {
            if (length == chars.length) {
                int more = Math.max(16, length * 2);
                chars = Arrays.copyOf(chars, more);
                from = Arrays.copyOf(from, more);
                to = Arrays.copyOf(to, more);
            }
            chars[length] = c;
            from[length] = begin;
            to[length++] = end;
        }
    }
}
