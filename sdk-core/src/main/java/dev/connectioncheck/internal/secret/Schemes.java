package dev.connectioncheck.internal.secret;

import java.util.Locale;
import java.util.Set;

/** Knows the words that stand before a key in a header, and are none themselves. */
final class Schemes {
    private static final Set<String> KNOWN = Set.of(
            "basic", "bearer", "token", "key", "apikey", "sharedkey", "sharedkeylite", "aws", "aws4-hmac-sha256");

    private Schemes() {}

    /** Tells whether a word is the scheme of an authorization, however it is written. */
    static boolean isScheme(String word) {
        String lower = word.toLowerCase(Locale.ROOT);
        return KNOWN.contains(lower) || lower.endsWith("-key");
    }

    /** Tells whether a word within a sentence is one: there only its proper spelling tells it from an ordinary word. */
    static boolean isSchemeInText(String word) {
        return !word.isEmpty() && Character.isUpperCase(word.charAt(0)) && isScheme(word);
    }
}
