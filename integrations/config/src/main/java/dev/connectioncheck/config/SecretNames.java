package dev.connectioncheck.config;

import java.util.Locale;
import java.util.regex.Pattern;

/** Guesses by a setting's name whether its value is a secret, to warn of one that is written out. */
final class SecretNames {
    private static final Pattern SEPARATORS = Pattern.compile("[^a-z0-9]");
    private static final Pattern SECRET = Pattern.compile(
            ".*(password|passwd|pwd|passphrase|passcode|secret|token|apikey|privatekey|secretkey|accesskey|accountkey|"
                    + "sharedkey|credentials?|connectionstring|serviceaccount(json|key)?|keyfile|keyjson)");

    private SecretNames() {}

    static boolean looksSecret(String name) {
        return SECRET.matcher(SEPARATORS.matcher(name.toLowerCase(Locale.ROOT)).replaceAll(""))
                .matches();
    }
}
