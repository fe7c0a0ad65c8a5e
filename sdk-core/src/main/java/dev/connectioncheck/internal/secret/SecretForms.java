package dev.connectioncheck.internal.secret;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Set;

/** Knows the forms in which a secret may come back: as it is, JSON-escaped, URL-encoded, in base64, line by line. */
final class SecretForms {
    /** A line of a key file is telling; a line such as "}" is not. */
    private static final int SHORTEST_LINE = 12;

    /** Base64 of fewer bytes leaves too few digits that surely are the secret's own. */
    private static final int SHORTEST_INSIDE_BASE64 = 6;

    private SecretForms() {}

    static void addAll(String secret, Set<String> forms) {
        addEncoded(secret, forms);
        if (secret.indexOf('\n') >= 0) {
            secret.lines()
                    .map(String::strip)
                    .filter(line -> line.length() >= SHORTEST_LINE)
                    .forEach(line -> addEncoded(line, forms));
        }
    }

    private static void addEncoded(String secret, Set<String> forms) {
        forms.add(secret);
        forms.add(new String(JsonStringEncoder.getInstance().quoteAsString(secret)));
        String query = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        forms.add(query);
        forms.add(query.replace("+", "%20"));
        byte[] bytes = secret.getBytes(StandardCharsets.UTF_8);
        if (bytes.length >= SHORTEST_INSIDE_BASE64) {
            for (int before = 0; before < 3; before++) {
                addBase64(bytes, before, forms);
            }
        }
    }

    /** Adds the digits that the secret has in base64 if so many other bytes stand before it, as a user name may. */
    private static void addBase64(byte[] secret, int before, Set<String> forms) {
        byte[] shifted = new byte[before + secret.length];
        System.arraycopy(secret, 0, shifted, before, secret.length);
        int from = before == 0 ? 0 : before + 1;
        int to = shifted.length * 8 / 6;
        forms.add(Base64.getEncoder().encodeToString(shifted).substring(from, to));
        forms.add(Base64.getUrlEncoder().encodeToString(shifted).substring(from, to));
    }
}
