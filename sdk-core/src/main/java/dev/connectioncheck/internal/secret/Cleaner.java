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

    /** So much of a text is looked at for what is shown of it, since masks are shorter than what they hide. */
    private static final int LOOKED_AT = 4 * LONGEST_TEXT;

    /** More than a secret that is known by its looks has, those aside that are known by their beginning as well. */
    private static final int MARGIN = 1_024;

    private static final String SHORTENED = " … (shortened)";

    private final Supplier<Masker> maker;
    private @Nullable Masker made;

    Cleaner(Supplier<Masker> maker) {
        this.maker = maker;
    }

    /** Removes the secrets from a text of the vendor, and cuts it to 2,000 characters. */
    public String clean(String text) {
        if (text.length() < SecretForms.SHORTEST) {
            return text; // as most statuses and codes are
        }
        if (text.length() <= LOOKED_AT + MARGIN) {
            return shortened(masker().mask(text), LONGEST_TEXT);
        }
        String masked = masker().maskBeginning(text.substring(0, LOOKED_AT + MARGIN), LOOKED_AT);
        return masked.substring(0, Math.min(masked.length(), LONGEST_TEXT)) + SHORTENED;
    }

    /** Removes the secrets from a word of the vendor, such as a status or an id, and cuts it to 200 characters. */
    public String cleanWord(String word) {
        return shortened(clean(word), LONGEST_WORD);
    }

    /**
     * Removes the secrets from what a vendor says of a field. If the field is called as secrets are, that is a secret
     * even if nobody here has sent it, unless it is a sentence, such as "must be filled".
     *
     * @param field the field's name or path
     * @param text what is said of it
     */
    public String cleanField(String field, String text) {
        return isSecretField(field) && !ValueLooks.isNoValue(text) && !ValueLooks.isSentence(text)
                ? Masker.MASK
                : clean(text);
    }

    private static boolean isSecretField(String path) {
        boolean secret = false;
        for (String name : path.split("[./\\[\\]]", -1)) {
            SecretNames.Meaning meaning = SecretNames.of(name);
            secret = meaning == SecretNames.Meaning.PASSWORD
                    || meaning == SecretNames.Meaning.SECRET
                    || (secret && meaning != SecretNames.Meaning.ORDINARY);
        }
        return secret;
    }

    /** Cuts a message that is put together of cleaned texts to 2,000 characters. */
    public static String shortened(String message) {
        return shortened(message, LONGEST_TEXT);
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
