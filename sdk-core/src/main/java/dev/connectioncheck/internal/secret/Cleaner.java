package dev.connectioncheck.internal.secret;

import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Removes secrets from what a vendor says, and cuts it to a readable length.
 *
 * <p>Making a masker takes longer than using it, so one serves for all the texts of an answer, and none is made for an
 * answer without a text. For one thread.
 */
public final class Cleaner {
    private static final int LONGEST_TEXT = 2_000;
    private static final int LONGEST_WORD = 200;
    private static final int WINDOW = 4 * LONGEST_TEXT;

    /** More than any secret that is recognised by its looks has, those aside that are recognised cut in two as well. */
    private static final int LEAST_MARGIN = 1_024;

    private static final String SHORTENED = " … (shortened)";

    private final Supplier<Masker> maker;
    private @Nullable Masker made;

    Cleaner(Supplier<Masker> maker) {
        this.maker = maker;
    }

    /**
     * Removes the secrets from a text of the vendor, and cuts it to a readable length.
     *
     * <p>Of a very long text only the beginning is looked at. A secret that its end cuts in two is not recognised, so
     * as many characters as the longest secret has are dropped there again.
     */
    public String clean(String text) {
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
    public String cleanWord(String word) {
        return shortened(clean(word), LONGEST_WORD);
    }

    private Masker masker() {
        if (made == null) {
            made = maker.get();
        }
        return made;
    }

    private static String shortened(String text, int length) {
        return text.length() <= length ? text : text.substring(0, length) + SHORTENED;
    }
}
