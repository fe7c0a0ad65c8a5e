package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;
import java.util.function.Predicate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Finds a secret that follows a word which announces it, with nothing between but blanks: the scheme of an
 * authorization, a clause of SQL, an option of a command. What follows has to look like one: a word is more often part
 * of a sentence.
 */
final class SpokenSecrets {
    private static final int SHORTEST_TOKEN = 16;
    private static final int LONGER_THAN_WORDS = 25;

    private static final Pattern SCHEME =
            Pattern.compile("(?i)(?<![\\w-])(basic|bearer|token|key|apikey|sharedkey)\\s{1,4}+([\\w.~+/=:-]{8,}+)");

    private static final String QUOTED = "(?:'((?:[^']|''){1,512}+)'|\"([^\"]{1,512}+)\")";

    private static final Pattern PASSWORD_CLAUSE = Pattern.compile("(?i)\\b(?:password|passwd|passphrase|pwd|"
            + "identified\\s{1,4}+by(?:\\s{1,4}+password)?+)\\s{1,4}+" + QUOTED);

    private static final Pattern SECRET_CLAUSE = Pattern.compile(
            "(?i)\\b(?:secret|token|key|(?:secret_)?access_key|session_token|api_?key)\\s{1,4}+" + QUOTED);

    private static final Pattern IDENTIFIED_BY =
            Pattern.compile("(?i)\\buser\\s{1,4}+(?!is\\b|are\\b|was\\b)\\S{1,128}+"
                    + "\\s{1,4}+identified\\s{1,4}+by\\s{1,4}+(?!password\\b)([^\\s'\";]{1,512}+)");

    private static final Pattern OPTION = Pattern.compile("(?i)(?:^|\\s)--?(?:\\w{1,40}-)*?"
            + "(?:password|passwd|pass|pwd|token|secret|key)\\s{1,4}+([^\\s'\"-][^\\s'\"]{0,512}+)");

    /** What Oracle's programs and drivers take: {@code user/password@//host}, {@code user/password@host:1521}. */
    private static final Pattern EASY_CONNECT =
            Pattern.compile("[\\w$#.]/([^\\s/@\"']{1,128}+)@(?://|[\\w.-]{1,255}+:\\d{2,5}(?!\\w))");

    private SpokenSecrets() {}

    static void find(DecodedText text, Spans spans) {
        String lower = text.toString().toLowerCase(Locale.ROOT);
        if (containsAny(lower, "basic", "bearer", "token", "key")) {
            addTokens(text, spans);
        }
        if (containsAny(lower, "pass", "pwd", "identified")) {
            addLiterals(PASSWORD_CLAUSE.matcher(text), text, spans, value -> !ValueLooks.isSentence(value));
            addValues(IDENTIFIED_BY.matcher(text), text, spans, value -> !ValueLooks.isNoValue(value));
        }
        if (containsAny(lower, "secret", "token", "key")) {
            addLiterals(SECRET_CLAUSE.matcher(text), text, spans, SpokenSecrets::isMadeUp);
        }
        if (lower.contains("--") || lower.contains(" -")) {
            addValues(OPTION.matcher(text), text, spans, ValueLooks::isMixed);
        }
        if (lower.contains("@")) {
            addValues(EASY_CONNECT.matcher(text), text, spans, value -> !ValueLooks.isNoValue(value));
        }
    }

    /** Most texts have no such word, which is seen much faster than that a pattern does not match. */
    private static boolean containsAny(String text, String... words) {
        for (String word : words) {
            if (text.contains(word)) {
                return true;
            }
        }
        return false;
    }

    private static void addTokens(DecodedText text, Spans spans) {
        Matcher scheme = SCHEME.matcher(text);
        while (scheme.find()) {
            int end = endOfToken(text, scheme.end(2));
            if (isToken(scheme.group(1).toLowerCase(Locale.ROOT), text.text(scheme.start(2), end))) {
                spans.add(text, scheme.start(2), end);
            }
        }
    }

    private static void addLiterals(Matcher clause, DecodedText text, Spans spans, Predicate<String> isSecret) {
        while (clause.find()) {
            int group = clause.start(1) < 0 ? 2 : 1;
            if (!ValueLooks.isNoValue(clause.group(group)) && isSecret.test(clause.group(group))) {
                spans.add(text, clause.start(group), clause.end(group));
            }
        }
    }

    /** Tells a secret from the name of one, which follows the same words: of {@code secret "db-credentials"}. */
    private static boolean isMadeUp(String value) {
        return ValueLooks.isJumble(value)
                || (value.length() >= SHORTEST_TOKEN
                        && value.chars().anyMatch(Character::isDigit)
                        && value.chars().anyMatch(Character::isUpperCase)
                        && value.chars().anyMatch(Character::isLowerCase));
    }

    private static void addValues(Matcher matcher, DecodedText text, Spans spans, Predicate<String> isSecret) {
        while (matcher.find()) {
            if (isSecret.test(matcher.group(1))) {
                spans.add(text, matcher.start(1), matcher.end(1));
            }
        }
    }

    /** A full stop or a colon after a token ends the sentence. */
    private static int endOfToken(DecodedText text, int limit) {
        int end = limit;
        while (text.at(end - 1) == '.' || text.at(end - 1) == ':') {
            end--;
        }
        return end;
    }

    private static boolean isToken(String scheme, String token) {
        return switch (scheme) {
            case "basic" -> isUserAndPassword(token);
            case "bearer" ->
                token.length() >= SHORTEST_TOKEN && (ValueLooks.isMixed(token) || token.length() >= LONGER_THAN_WORDS);
            default -> token.length() >= SHORTEST_TOKEN && ValueLooks.isJumble(token);
        };
    }

    private static boolean isUserAndPassword(String token) {
        try {
            byte[] decoded =
                    Base64.getMimeDecoder().decode(token.replace('-', '+').replace('_', '/'));
            String text = new String(decoded, StandardCharsets.ISO_8859_1);
            return text.indexOf(':') >= 0 && text.chars().noneMatch(Character::isISOControl);
        } catch (IllegalArgumentException e) {
            return false;
        }
    }
}
