package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Escape;
import dev.connectioncheck.internal.text.Unescaping;
import dev.connectioncheck.internal.secret.SecretSearch.Surroundings;
import java.util.EnumSet;
import java.util.regex.Pattern;

/**
 * Knows what to look for to find a secret in a decoded text: itself, its lines, and the parts that are left of it where
 * a parser of URLs took one of its signs for the end of it.
 */
final class SecretForms {
    /** A shorter one is part of too many words, and hides nothing. */
    static final int SHORTEST = 4;

    /** A line of a key file is telling; a line such as "}" is not. */
    private static final int SHORTEST_LINE = 12;

    /** Letters alone, or digits alone, are part of others by chance only if they are few. */
    private static final int LONGEST_WORD = 11;

    private static final int LONGEST_PASSWORD = 128;

    private static final Pattern ENDS_OF_URL_PARTS = Pattern.compile("[/@:#?]");

    private SecretForms() {}

    static void addAll(String text, SecretSearch search) {
        String secret = text.strip();
        add(secret, search);
        if (secret.indexOf('\n') >= 0) {
            secret.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE && !line.startsWith("-----"))
                    .forEach(line -> add(line, search));
        } else if (secret.length() <= LONGEST_PASSWORD) {
            addParts(ENDS_OF_URL_PARTS.split(secret), search);
        }
    }

    private static void add(String secret, SecretSearch search) {
        addForm(secret, search);
        DecodedText text = DecodedText.original(secret);
        for (Escape escape : Escape.in(text)) {
            addForm(Unescaping.of(text, EnumSet.of(escape)).toString(), search);
        }
    }

    private static void addForm(String form, SecretSearch search) {
        if (form.length() >= SHORTEST) {
            search.add(form, isWord(form) ? Surroundings.NO_WORD : Surroundings.ANY);
        }
    }

    private static void addParts(String[] parts, SecretSearch search) {
        if (parts.length > 1) {
            addPart(parts[0], search);
            addPart(parts[parts.length - 1], search);
        }
    }

    private static void addPart(String part, SecretSearch search) {
        if (part.length() >= SHORTEST) {
            search.add(part, Surroundings.DELIMITERS);
        }
    }

    private static boolean isWord(String secret) {
        return secret.length() <= LONGEST_WORD
                && (secret.chars().allMatch(Character::isLetter)
                        || secret.chars().allMatch(Character::isDigit));
    }
}
