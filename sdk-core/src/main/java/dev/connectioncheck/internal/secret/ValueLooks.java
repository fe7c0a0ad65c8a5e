package dev.connectioncheck.internal.secret;

import dev.connectioncheck.model.Masks;
import java.util.Arrays;
import java.util.Locale;
import java.util.Set;
import java.util.function.IntPredicate;
import java.util.regex.Pattern;

/** Tells by its looks whether a value is a secret, an ordinary word, or a sentence. */
final class ValueLooks {
    /** A word of fewer letters and digits in a jumble is an abbreviation. */
    private static final int SHORTEST_JUMBLE = 8;

    private static final int LONGEST_WORD = 20;
    private static final int SHORTEST_HUMP = 3;
    private static final int MOST_DIGITS_OF_WORD = 4;
    private static final int SHORTEST_PASSWORD = 6;

    private static final Pattern UUID = Pattern.compile("(?i)\\b[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}\\b");
    private static final Pattern PARAMETERS = Pattern.compile("[\\w.-]++=[^&;=]*+(?:[&;][\\w.-]++=[^&;=]*+)*+");
    private static final Pattern ADDRESS = Pattern.compile("[\\w.+-]++@[\\w-]++(?:\\.[\\w-]++)++");

    private static final Pattern FILE =
            Pattern.compile("(?:[A-Za-z]:)?[~.]?[\\\\/](?:[\\w.@ -]++[\\\\/])*+[\\w.@-]*\\.[A-Za-z]\\w{1,7}");

    /** What stands where a value is not shown, not there, or not meant. */
    private static final Set<String> NO_VALUES =
            setOf("true false null nil none undefined empty blank yes no on off unset required missing invalid "
                    + "expired incorrect wrong unknown optional forbidden unauthorized denied rejected revoked disabled "
                    + "enabled redacted hidden masked filtered sensitive omitted string str text number integer int any "
                    + "default");

    private static final Set<String> CONSTANTS = Set.of("true", "false", "null", "none", "undefined");

    /** Words that a sentence has and a secret has not. */
    private static final Set<String> SENTENCE_WORDS =
            setOf("is are was be must should can can't cannot may has have does did not no the a an of in to for "
                    + "this that too at least required missing invalid expected please already contains found valid "
                    + "incorrect wrong blank empty field failed");

    private ValueLooks() {}

    private static Set<String> setOf(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Tells that a value stands for another that is not shown, or says that there is none. */
    static boolean isNoValue(CharSequence value) {
        if (!any(value, Character::isLetterOrDigit) || isPartlyMasked(value) || isSmallNumber(value)) {
            return true;
        }
        char first = value.charAt(0);
        return first == '<'
                || value.toString().startsWith("${")
                || value.toString().startsWith("{{")
                || (first == '[' && value.charAt(value.length() - 1) == ']')
                || first == '('
                || isBracketed(value)
                || isOneOf(NO_VALUES, value);
    }

    /** {@code [FILTERED]}, also without the bracket at its end, which ends a value in a text. */
    private static boolean isBracketed(CharSequence value) {
        boolean closed = value.charAt(value.length() - 1) == ']';
        return value.charAt(0) == '[' && isOneOf(NO_VALUES, value.subSequence(1, value.length() - (closed ? 1 : 0)));
    }

    private static boolean isSmallNumber(CharSequence value) {
        return value.length() < 4 && !any(value, c -> !Character.isDigit(c));
    }

    private static boolean isOneOf(Set<String> words, CharSequence value) {
        return value.length() <= LONGEST_WORD && words.contains(value.toString().toLowerCase(Locale.ROOT));
    }

    /**
     * Tells that a setting is on or off or not set, or masked: as a secret it would hide ordinary words, or nothing.
     */
    static boolean isConstant(CharSequence value) {
        return isOneOf(CONSTANTS, value) || isMasked(value);
    }

    /** Tells that somebody has put asterisks, or the like, in the place of the whole secret. */
    private static boolean isMasked(CharSequence value) {
        return value.length() >= 3
                && (Masks.isMask(value) || !any(value, c -> c != 'x' && c != 'X') || isBracketed(value));
    }

    /** Tells that somebody has done so with a part of it at least: what is left is meant to be seen. */
    private static boolean isPartlyMasked(CharSequence value) {
        String text = value.toString();
        return isMasked(value) || text.contains("***") || text.contains("•••");
    }

    /** Tells that a value is the path of a file, which holds a secret at most. */
    static boolean isFile(CharSequence value) {
        return FILE.matcher(value).matches();
    }

    /** Tells that a text says something about a value, as "must be filled" does. */
    static boolean isSentence(CharSequence text) {
        if (!any(text, Character::isWhitespace)) {
            return false;
        }
        String[] words = text.toString().strip().toLowerCase(Locale.ROOT).split("[\\s,.;:!?]+", 12);
        return words.length > 1 && Arrays.stream(words).anyMatch(SENTENCE_WORDS::contains);
    }

    /** Tells that letters and digits follow each other as they do in no word, path, address, id or date. */
    static boolean isJumble(CharSequence value) {
        String text = value.toString().indexOf('-') < 0
                ? value.toString()
                : UUID.matcher(value).replaceAll(" ");
        int start = 0;
        for (int i = 0; i <= text.length(); i++) {
            if (i == text.length() || !Character.isLetterOrDigit(text.charAt(i))) {
                if (i - start >= SHORTEST_JUMBLE && !isWord(text, start, i)) {
                    return true;
                }
                start = i + 1;
            }
        }
        return false;
    }

    /** Digits, or letters as words have them, some of which may be joined, or few letters with few digits on a side. */
    private static boolean isWord(String text, int start, int end) {
        int digits = 0;
        int changes = 0;
        int humps = 1;
        for (int i = start; i < end; i++) {
            boolean digit = Character.isDigit(text.charAt(i));
            digits += digit ? 1 : 0;
            changes += i > start && digit != Character.isDigit(text.charAt(i - 1)) ? 1 : 0;
            humps += i > start && isHump(text.charAt(i - 1), text.charAt(i)) ? 1 : 0;
        }
        int length = end - start;
        return digits == length
                || (changes <= 1
                        && digits <= MOST_DIGITS_OF_WORD
                        && length <= humps * LONGEST_WORD
                        && length >= humps * SHORTEST_HUMP);
    }

    private static boolean isHump(char before, char c) {
        return Character.isLowerCase(before) && Character.isUpperCase(c);
    }

    /** Tells that a value looks like a password that a person or a machine has made up, signs and all. */
    static boolean isPassword(CharSequence value) {
        if (value.length() < SHORTEST_PASSWORD || value.length() > 128 || isOrdinary(value)) {
            return false;
        }
        return any(value, ValueLooks::isSign)
                && any(value, Character::isLetter)
                && any(value, c -> Character.isDigit(c) || Character.isUpperCase(c));
    }

    private static boolean isOrdinary(CharSequence value) {
        return any(value, Character::isWhitespace)
                || value.toString().contains("://")
                || PARAMETERS.matcher(value).matches()
                || ADDRESS.matcher(value).matches();
    }

    /** Tells that a value has a digit and a letter, or a sign that no word has, or many digits. */
    static boolean isMixed(CharSequence value) {
        if (value.length() < SHORTEST_PASSWORD || value.toString().contains("://")) {
            return false;
        }
        long digits = value.chars().filter(Character::isDigit).count();
        return digits >= SHORTEST_PASSWORD
                || (any(value, Character::isLetter) && (digits > 0 || any(value, ValueLooks::isSign)));
    }

    /** A sign that neither words have nor what joins them. */
    private static boolean isSign(int c) {
        return "!#$%^&*+=~?|\\@".indexOf(c) >= 0;
    }

    /** Looks at one character after the other; a stream would take several times as long, for each of many values. */
    private static boolean any(CharSequence text, IntPredicate wanted) {
        for (int i = 0; i < text.length(); i++) {
            if (wanted.test(text.charAt(i))) {
                return true;
            }
        }
        return false;
    }
}
