package dev.connectioncheck.internal.secret;

import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Replaces secrets in a text: those that are known, in every form that a vendor may send them back, and those that look
 * like one.
 */
public final class Masker {
    static final String MASK = "***";

    /** What is a secret wherever it stands, with the part to keep before it as group 1. */
    private static final List<Look> LOOKS_SECRET = List.of(
            new Look(
                    "(?s)()-----BEGIN [A-Z0-9 ]*PRIVATE KEY-----.*?(-----END [A-Z0-9 ]*PRIVATE KEY-----|\\z)",
                    "-----BEGIN"),
            new Look("([a-zA-Z][a-zA-Z0-9+.-]{0,30}://[^\\s:/@]{0,256}:)[^\\s@/]{1,512}(?=@)", "://"),
            new Look("(?i)((?:bearer|basic|key|token)\\s{1,4})[a-z0-9._~+/=-]{16,}", ""),
            new Look(
                    "(?i)((?:password|passwd|pwd|passphrase|secret|token|api[_-]?key|private[_-]?key|access[_-]?key|client[_-]?secret|account[_-]?key|sig|signature)[\"']?\\s{0,4}[=:]\\s{0,4}[\"']?)[^\\s\"'&,;)}]{1,512}",
                    "=",
                    ":"),
            new Look("()\\b(?:AKIA|ASIA)[0-9A-Z]{16}\\b", "AKIA", "ASIA"),
            new Look("()\\beyJ[A-Za-z0-9_-]{8,}\\.[A-Za-z0-9_-]{8,}\\.?[A-Za-z0-9_-]*", "eyJ"),
            new Look(
                    "()\\b(?:gh[pousr]_[A-Za-z0-9]{20,}|xox[abprs]-[A-Za-z0-9-]{10,}|sk-[A-Za-z0-9_-]{16,}|AIza[A-Za-z0-9_-]{30,}|arsk_[A-Za-z0-9_-]{8,})",
                    "gh",
                    "xox",
                    "sk-",
                    "AIza",
                    "arsk_"));

    private final List<String> known;

    private Masker(List<String> known) {
        this.known = known;
    }

    /** Makes a masker of keys, and of the bodies' secret parts. */
    public static Masker of(Collection<String> keys, Collection<Object> parts) {
        Set<String> forms = new LinkedHashSet<>();
        keys.forEach(key -> SecretForms.addAll(key, forms));
        parts.forEach(part -> SecretValues.in(part).forEach(secret -> SecretForms.addAll(secret, forms)));
        // Longest first: a secret may be part of another, and what is left of that would show.
        return new Masker(forms.stream()
                .sorted(Comparator.comparingInt(String::length).reversed())
                .toList());
    }

    /** Returns the length of the longest form of a known secret. */
    public int longest() {
        return known.isEmpty() ? 0 : known.get(0).length();
    }

    public String mask(String text) {
        String masked = text;
        for (String form : known) {
            masked = masked.replace(form, MASK);
        }
        for (Look look : LOOKS_SECRET) {
            masked = look.mask(masked);
        }
        return masked;
    }

    /**
     * The looks of a secret.
     *
     * @param hints texts of which one is in all that the pattern matches: most texts hold none, which is seen much
     *     faster than that the pattern does not match
     */
    private record Look(Pattern pattern, List<String> hints) {
        Look(String regex, String... hints) {
            this(Pattern.compile(regex), List.of(hints));
        }

        String mask(String text) {
            for (String hint : hints) {
                if (text.contains(hint)) {
                    return pattern.matcher(text).replaceAll("$1" + MASK);
                }
            }
            return text;
        }
    }
}
