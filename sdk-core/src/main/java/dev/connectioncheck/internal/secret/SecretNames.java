package dev.connectioncheck.internal.secret;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Tells by its name whether a setting, or a field, holds a secret. It knows names that are general; what one vendor
 * calls its settings, that vendor's module says.
 */
final class SecretNames {
    /** What a name says of its value. */
    enum Meaning {
        /** A secret, and nothing else: messages that say something about it quote no other value after its name. */
        PASSWORD,
        SECRET,
        /** A key, or the like, which may be that of a table as well: the value has to look like a secret. */
        PERHAPS,
        ORDINARY,
        UNKNOWN
    }

    private static final Set<String> SECRET = setOf(
            "pass passcode pw psw pswd passwords secret secrets token credential credentials cred creds authorization "
                    + "cookie jwt sas sig signature pin privatekey secretkey accesskey accountkey");

    /** No word has these at its end by chance: {@code sslpassword}, {@code authtoken}. */
    private static final List<String> PASSWORD_ENDS = List.of("password", "passwd", "passphrase", "pwd");

    private static final List<String> SECRET_ENDS = List.of("secret", "token", "apikey");

    /** What makes a key a secret. */
    private static final Set<String> OF_KEYS = setOf(
            "api app application auth admin developer write access private secret account service encryption signing shared master symmetric storage "
                    + "client consumer license ssh hmac subscription function");

    private static final Set<String> PERHAPS = Set.of("key", "keys", "tokens", "auth", "session");

    /** Whatever stands before such a word: a token's type is none, and a password's length neither. */
    private static final Set<String> ORDINARY =
            setOf("host hostname hosts server servers hostnames endpoint port user username users login uid userid "
                    + "email database db dbname schema catalog table collection index namespace topic bucket warehouse "
                    + "role region zone location project account tenant workspace organization cluster type provider "
                    + "driver dialect protocol scheme format encoding charset version mode sslmode method algorithm alg "
                    + "mechanism path url uri name label title description comment prefix suffix scope scopes id ids "
                    + "arn domain subdomain realm issuer audience timeout interval ttl expiry lifetime age days minutes "
                    + "seconds length size count limit number enabled required field column timezone locale language "
                    + "environment status state error code encryption policy rotation authentication validation");

    /** How many there may be of it: numbers, even of tokens. */
    private static final Set<String> COUNTED = Set.of("max", "min", "num", "count", "total", "limit");

    private SecretNames() {}

    private static Set<String> setOf(String words) {
        return Set.of(words.split(" ", -1));
    }

    /** Tells what a name means, however its words are joined: {@code clientSecret}, {@code client-secret}. */
    static Meaning of(CharSequence name) {
        List<String> words = words(name);
        if (words.isEmpty()) {
            return Meaning.UNKNOWN;
        }
        String last = words.get(words.size() - 1);
        if (ORDINARY.contains(last) || (words.size() > 1 && COUNTED.contains(words.get(0)))) {
            return Meaning.ORDINARY;
        }
        if (any(words, word -> endsWithAny(word, PASSWORD_ENDS))) {
            return Meaning.PASSWORD;
        }
        if (any(words, SecretNames::isSecret) || isSecretKey(words)) {
            return Meaning.SECRET;
        }
        if (words.contains("public")) {
            return Meaning.ORDINARY;
        }
        return any(words, PERHAPS::contains) ? Meaning.PERHAPS : Meaning.UNKNOWN;
    }

    private static boolean isSecret(String word) {
        return SECRET.contains(word) || endsWithAny(word, SECRET_ENDS);
    }

    private static boolean endsWithAny(String word, List<String> ends) {
        return any(ends, word::endsWith);
    }

    /** Looks at one word after the other; a stream would take several times as long, for each of many names. */
    private static boolean any(List<String> words, Predicate<String> wanted) {
        for (String word : words) {
            if (wanted.test(word)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSecretKey(List<String> words) {
        return words.contains("key") && !words.contains("public") && any(words, OF_KEYS::contains);
    }

    /** Splits a name into its words, in lower case, without numbers. */
    private static List<String> words(CharSequence name) {
        List<String> words = new ArrayList<>(4);
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < name.length(); i++) {
            char c = name.charAt(i);
            if (!Character.isLetter(c) || isHump(name, i)) {
                endWord(word, words);
            }
            if (Character.isLetter(c)) {
                word.append(Character.toLowerCase(c));
            }
        }
        endWord(word, words);
        return words;
    }

    /** A capital after a small letter, or the last of several before one: {@code apiKey}, {@code AWSKey}. */
    private static boolean isHump(CharSequence name, int i) {
        if (i == 0 || !Character.isUpperCase(name.charAt(i))) {
            return false;
        }
        return Character.isLowerCase(name.charAt(i - 1))
                || (Character.isUpperCase(name.charAt(i - 1))
                        && i + 1 < name.length()
                        && Character.isLowerCase(name.charAt(i + 1)));
    }

    private static void endWord(StringBuilder word, List<String> words) {
        if (word.length() > 0) {
            words.add(word.toString());
            word.setLength(0);
        }
    }
}
