package dev.connectioncheck.internal;

import dev.connectioncheck.http.SecretHolder;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a call has sent that must not show in what comes back.
 *
 * <p>It only keeps references; the work is done when there is a text to clean, which most calls never have.
 */
final class Secrets {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WORD = 200;

    private final List<Object> parts = new ArrayList<>(2);
    private final List<String> keys = new ArrayList<>(1);

    void addBody(@Nullable Object body) {
        SecretHolder.collect(body, parts::add);
    }

    void addKey(@Nullable String key) {
        if (key != null && !keys.contains(key)) {
            keys.add(key);
        }
    }

    /** Removes the secrets from a text of the vendor, and cuts it to a readable length. */
    String clean(String text) {
        return shortened(Masker.of(keys, parts).mask(shortened(text, 4 * LONGEST_TEXT)), LONGEST_TEXT);
    }

    /** Removes the secrets from a word of the vendor, such as a status or an id. */
    String cleanWord(String word) {
        return shortened(clean(word), LONGEST_WORD);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + " … (shortened)";
    }
}
