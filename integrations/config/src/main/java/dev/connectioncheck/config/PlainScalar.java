package dev.connectioncheck.config;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Reads what is written without quotes as JSON would, and refuses what one version of YAML takes for a flag, a number
 * or nothing, and another one for a text.
 */
final class PlainScalar {
    private static final Set<String> NOT_QUITE_FLAGS = Set.of("yes", "no", "on", "off", "true", "false");
    private static final Pattern WHOLE = Pattern.compile("-?(0|[1-9][0-9]*)");
    private static final Pattern NUMBER = Pattern.compile("-?(0|[1-9][0-9]*)(\\.[0-9]+)?([eE][-+]?[0-9]+)?");
    private static final Pattern NOT_QUITE_A_NUMBER = Pattern.compile(
            "[-+]?([0-9][0-9_]*(\\.[0-9_]*)?|\\.[0-9_]+)([eE][-+]?[0-9]+)?" // +1, .5, 1., 0123, 1_000
                    + "|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[oO][0-7_]+|[-+]?0[bB][01_]+" // other bases
                    + "|[-+]?[0-9][0-9_]*(:[0-5]?[0-9])+(\\.[0-9_]*)?" // 12:30, to the base of 60
                    + "|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");
    private static final int LONGEST_NUMBER = 100;

    private PlainScalar() {}

    /** Returns what is wrong with it; empty if every reader of YAML understands the same. */
    static Optional<String> surprise(String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        if (text.isEmpty()) {
            return Optional.of("There is no value; write null, or \"\" for an empty text.");
        }
        if (!isFlag(text) && NOT_QUITE_FLAGS.contains(lower)) {
            return Optional.of(text + " without quotes is a flag to some readers of YAML and a text to others; write "
                    + (Set.of("yes", "on", "true").contains(lower) ? "true" : "false") + ", or \"" + text + "\".");
        }
        if (!text.equals("null") && (lower.equals("null") || text.equals("~"))) {
            return Optional.of(text + " without quotes is nothing to some readers of YAML and a text to others; write "
                    + "null, or \"" + text + "\".");
        }
        if (looksLikeANumber(text)) {
            return Optional.of("Without quotes this is a number to some readers of YAML and a text to others; put it in"
                    + " quotes, or write the number as in JSON.");
        }
        return Optional.empty();
    }

    private static boolean looksLikeANumber(String text) {
        return text.length() <= LONGEST_NUMBER
                && !NUMBER.matcher(text).matches()
                && NOT_QUITE_A_NUMBER.matcher(text).matches();
    }

    /** Returns what it means; empty for null. */
    static Optional<Object> value(String text) {
        if (text.equals("null")) {
            return Optional.empty();
        }
        if (isFlag(text)) {
            return Optional.of(text.equals("true"));
        }
        if (text.length() > LONGEST_NUMBER || !NUMBER.matcher(text).matches()) {
            return Optional.of(text);
        }
        return Optional.of(WHOLE.matcher(text).matches() ? whole(new BigInteger(text)) : new BigDecimal(text));
    }

    /** Returns the smallest type that holds it, as readers of JSON do. */
    private static Number whole(BigInteger number) {
        if (number.bitLength() < Integer.SIZE) {
            return number.intValueExact();
        }
        return number.bitLength() < Long.SIZE ? (Number) number.longValueExact() : number;
    }

    private static boolean isFlag(String text) {
        return text.equals("true") || text.equals("false");
    }
}
