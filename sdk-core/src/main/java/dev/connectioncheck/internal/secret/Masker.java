package dev.connectioncheck.internal.secret;

import dev.connectioncheck.internal.text.DecodedText;
import dev.connectioncheck.internal.text.Readings;
import dev.connectioncheck.internal.text.Spans;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.Set;

/**
 * Replaces secrets in a text: those that are known, however the vendor has encoded them, and those that look like one.
 *
 * <p>The text is decoded, up to twice, and searched as it reads then; what is found is masked where it stands in the
 * original. The time this takes grows with the text and with the secrets, not with one times the other. Immutable once
 * it is made; for one thread.
 */
public final class Masker {
    static final String MASK = Spans.MASK;

    private final SecretSearch search;
    private final ShortenedEchoes echoes;

    private Masker(Set<String> secrets) {
        this.search = new SecretSearch();
        secrets.forEach(secret -> SecretForms.addAll(secret, search));
        this.echoes = new ShortenedEchoes(secrets);
    }

    /** Makes a masker of keys, and of the bodies' secret parts. */
    public static Masker of(Collection<String> keys, Collection<?> parts) {
        Set<String> secrets = new LinkedHashSet<>(keys);
        parts.forEach(part -> secrets.addAll(SecretValues.in(part)));
        return new Masker(secrets);
    }

    /** Replaces every secret in a text. */
    public String mask(String text) {
        return mask(text, text.length(), false);
    }

    /**
     * Replaces every secret in the beginning of a text that goes on.
     *
     * @param beginning what there is of the text; a secret that its end cuts in two is found as well
     * @param limit how much of it to return; a secret that is known by its looks alone must not be longer than what is
     *     behind that
     */
    String maskBeginning(String beginning, int limit) {
        return mask(beginning, limit, true);
    }

    private String mask(String text, int limit, boolean cut) {
        Spans spans = new Spans();
        Readings readings = new Readings(text, search.shortest(), cut);
        if (!search.isEmpty()) {
            for (DecodedText reading : readings.withSecrets()) {
                search.find(reading, cut, spans);
                echoes.find(reading, spans);
            }
        }
        readings.withLooks().forEach(reading -> Looks.find(reading, spans));
        return spans.mask(text, limit);
    }
}
