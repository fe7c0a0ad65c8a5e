package dev.connectioncheck.internal.text;

import java.util.Arrays;

/** Bytes that were written one by one, to be read as UTF-8, or as Latin-1 where they are none. */
final class ByteRun {
    private byte[] bytes = new byte[16];
    private int[] from = new int[16];
    private int[] to = new int[16];
    private int count;

    void add(int value, int begin, int end) {
        if (count == bytes.length) {
            bytes = Arrays.copyOf(bytes, count * 2);
            from = Arrays.copyOf(from, count * 2);
            to = Arrays.copyOf(to, count * 2);
        }
        bytes[count] = (byte) value;
        from[count] = begin;
        to[count++] = end;
    }

    boolean isEmpty() {
        return count == 0;
    }

    /** Passes on the characters, and forgets the bytes. */
    void decode(Sink sink) {
        int at = 0;
        while (at < count) {
            int length = lengthAt(at);
            sink.take(codePoint(at, length), from[at], to[at + length - 1]);
            at += length;
        }
        count = 0;
    }

    /** Returns how many bytes make the character that begins here: one, if it is no UTF-8. */
    private int lengthAt(int at) {
        int lead = bytes[at] & 0xff;
        int length = lead >= 0xf0 ? 4 : lead >= 0xe0 ? 3 : 2;
        if (lead < 0xc2 || lead > 0xf4 || at + length > count) {
            return 1;
        }
        for (int i = at + 1; i < at + length; i++) {
            if ((bytes[i] & 0xc0) != 0x80) {
                return 1;
            }
        }
        return Character.isValidCodePoint(codePoint(at, length)) ? length : 1;
    }

    private int codePoint(int at, int length) {
        int value = bytes[at] & 0xff;
        if (length == 1) {
            return value;
        }
        value &= 0xff >> (length + 1);
        for (int i = at + 1; i < at + length; i++) {
            value = (value << 6) | (bytes[i] & 0x3f);
        }
        return value;
    }

    /** Takes a character, and where it began and ended. */
    interface Sink {
        void take(int codePoint, int begin, int end);
    }
}
