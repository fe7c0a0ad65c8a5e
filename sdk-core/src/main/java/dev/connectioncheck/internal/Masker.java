package dev.connectioncheck.internal;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Replaces secrets in a text: those that are known, in every form that a vendor may send them back, and those that look
 * like one.
 */
final class Masker {
    static final String MASK = "***";

    /** What is a secret wherever it stands, with the part to keep before it as group 1. */
    private static final List<Pattern> LOOKS_SECRET = List.of(
            Pattern.compile(
                    "()-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)",
                    Pattern.DOTALL),
            Pattern.compile("([a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^\\s:/@]{0,256}:)[^\\s@/]{1,512}(?=@)"),
            Pattern.compile("(?i)((?:bearer|basic|key|token)\\s{1,4})[a-z0-9._~+/=-]{16,}"),
            Pattern.compile(
                    "(?i)((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|client[_-]?secret|account[_-]?key|sig|signature)[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?)[^\\s\"'&,;)}]{1,512}"),
            Pattern.compile("()\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b"),
            Pattern.compile("()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.?[A-Za-z0-9_-]*"),
            Pattern.compile(
                    "()\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk-[A-Za-z0-9_-]{16,}|AIza[A-Za-z0-9_-]{30,}|arsk_[A-Za-z0-9_-]{8,})"));

    private final List<String> known;

    private Masker(List<String> known) {
        this.known = known;
    }

    /** Makes a masker of keys, and of the bodies' secret parts. */
    static Masker of(Collection<String> keys, Collection<Object> parts) {
        Set<String> forms = new LinkedHashSet<>();
        keys.forEach(key -> SecretForms.addAll(key, forms));
        parts.forEach(part -> SecretValues.in(part).forEach(secret -> SecretForms.addAll(secret, forms)));
        // Longest first: a secret may be part of another, and what is left of that would show.
        return new Masker(forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns the length of the longest form of a known secret. */
    int longest() {
        return known.isEmpty() ? 0 : known.get(0).length();
    }

    String mask(String text) {
        String masked = text;
        for (String form : known) {
            masked = masked.replace(form, MASK);
        }
        for (Pattern pattern : LOOKS_SECRET) {
            masked = pattern.matcher(masked).replaceAll("$1" + Matcher.quoteReplacement(MASK));
        }
        return masked;
    }
}
