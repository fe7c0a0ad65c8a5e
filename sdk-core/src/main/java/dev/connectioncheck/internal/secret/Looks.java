package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Spans;

/**
 * Finds what is a secret by its looks: where it stands, what it is called, how it is made. Nobody has to have sent it.
 */
final class Looks {
    private Looks() {}

    static void find(DecodedText text, Spans spans) {
        PrivateKeys.find(text, spans);
        UrlPasswords.find(text, spans);
        KnownFormats.find(text, spans);
        SpokenSecrets.find(text, spans);
        NamedValues.find(text, spans);
    }
}
