package dev.connectioncheck.internal.wire;

import org.jspecify.annotations.Nullable;

/** Keeps text that no header may have out of headers, without ever showing it. */
public final class HeaderValues {
    private HeaderValues() {}

    /**
     * Returns the value if a header may have it.
     *
     * @throws IllegalArgumentException if not; the message names it and does not show it
     */
    public static String checked(String name, @Nullable String value) {
        if (value == null || value.isBlank()) {
            throw new IllegalArgumentException(name + " must not be null or blank.");
        }
        if (!isPrintableAscii(value)) {
            throw new IllegalArgumentException(name
                    + " must be printable ASCII on one line; look for a line break at its end or a stray character.");
        }
        return value;
    }

    private static boolean isPrintableAscii(String value) {
        for (int index = 0; index < value.length(); index++) {
            char character = value.charAt(index);
            if (character < ' ' || character > '~') {
                return false;
            }
        }
        return true;
    }

    /** Returns a key without the blanks around it, which come with copying and which no vendor's keys have. */
    public static String checkedKey(String name, @Nullable String key) {
        String checked = checked(name, key);
        int begin = 0;
        int end = checked.length();
        while (checked.charAt(begin) == ' ') {
            begin++;
        }
        while (checked.charAt(end - 1) == ' ') {
            end--;
        }
        return checked.substring(begin, end);
    }
}
