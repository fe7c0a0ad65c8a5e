package dev.connectioncheck.internal;

import dev.connectioncheck.http.SecretHolder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a call, or a check with all its calls, has sent that must not show in what comes back.
 *
 * <p>It only keeps references; the work is done when there is a text to clean, which most calls never have.
 * Thread-safe, since several threads may wait for one check.
 */
final class Secrets {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WORD = 200;
    private static final int WINDOW = 4 * LONGEST_TEXT;

    /** More than any secret that is recognised by its looks has, those aside that are recognised cut in two as well. */
    private static final int LEAST_MARGIN = 1_024;

    private static final String SHORTENED = " … (shortened)";

    private List<Object> parts = List.of();
    private List<String> keys = List.of();

    synchronized void addBody(@Nullable Object body) {
        SecretHolder.collect(body, part -> parts = with(parts, part));
    }

    synchronized void addKey(@Nullable String key) {
        if (key != null) {
            keys = with(keys, key);
        }
    }

    /** Adds what is new. Most checks have one key and one part at most, which a list of that very size holds. */
    private static <T> List<T> with(List<T> known, T secret) {
        if (known.contains(secret)) {
            return known;
        }
        return known.isEmpty()
                ? List.of(secret)
                : Stream.concat(known.stream(), Stream.of(secret)).toList();
    }

    private synchronized Masker masker() {
        return Masker.of(keys, parts);
    }

    /**
     * Removes the secrets from a text of the vendor, and cuts it to a readable length.
     *
     * <p>Of a very long text only the beginning is looked at. A secret that its end cuts in two is not recognised, so
     * as many characters as the longest secret has are dropped there again.
     */
    String clean(String text) {
        Masker masker = masker();
        int margin = Math.max(masker.longest(), LEAST_MARGIN);
        int window = WINDOW + margin;
        if (text.length() <= window) {
            return shortened(masker.mask(text), LONGEST_TEXT);
        }
        String masked = masker.mask(text.substring(0, window));
        int whole = Math.max(0, masked.length() - margin);
        return masked.substring(0, Math.min(whole, LONGEST_TEXT)) + SHORTENED;
    }

    /** Removes the secrets from a word of the vendor, such as a status or an id. */
    String cleanWord(String word) {
        return shortened(clean(word), LONGEST_WORD);
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + SHORTENED;
    }
}
