package dev.connectioncheck.model;

import java.util.Collection;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Recognises what vendors send in place of a secret, and keeps it from being sent back.
 *
 * <p>A vendor that gets its own mask in a create or an update stores it: from then on the connection's password is a
 * row of asterisks. A check of a mask tests asterisks.
 */
public final class Masks {
    private static final int SHORTEST = 3;
    private static final String CHARACTERS = "*\u2022\u25cf";

    private Masks() {}

    /**
     * Tells whether a text is a vendor's mask.
     *
     * @param text any text
     * @return true for three or more asterisks or bullets and nothing else
     */
    public static boolean isMask(CharSequence text) {
        for (int index = 0; index < text.length(); index++) {
            if (CHARACTERS.indexOf(text.charAt(index)) < 0) {
                return false;
            }
        }
        return text.length() >= SHORTEST;
    }

    /**
     * Refuses a value that is a mask or holds one, at any depth.
     *
     * @param path where the value is, for the message
     * @param value a text, a map or a collection of such, or anything else, which is no mask
     * @throws IllegalArgumentException if there is a mask; the message has the path of its key
     */
    public static void refuse(String path, @Nullable Object value) {
        String where = whereMasked(value);
        if (where != null) {
            throw new IllegalArgumentException(
                    path + where + " is a mask that a vendor shows in place of a secret; give the secret itself.");
        }
    }

    /** Returns the way from a value to the mask in it, empty for the value itself; null if there is none. */
    private static @Nullable String whereMasked(@Nullable Object value) {
        if (value instanceof CharSequence text) {
            return isMask(text) ? "" : null;
        }
        if (value instanceof Map<?, ?> map) {
            return whereMasked(map);
        }
        return value instanceof Collection<?> values ? whereMasked(values) : null;
    }

    private static @Nullable String whereMasked(Map<?, ?> map) {
        for (Map.Entry<?, ?> entry : map.entrySet()) {
            String where = whereMasked(entry.getValue());
            if (where != null) {
                return "." + entry.getKey() + where;
            }
        }
        return null;
    }

    private static @Nullable String whereMasked(Collection<?> values) {
        int index = 0;
        for (Object inner : values) {
            String where = whereMasked(inner);
            if (where != null) {
                return "[" + index + "]" + where;
            }
            index++;
        }
        return null;
    }
}
