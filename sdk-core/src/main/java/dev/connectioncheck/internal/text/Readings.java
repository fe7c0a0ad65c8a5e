package dev.connectioncheck.internal.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** The ways in which a text can be read: as it is, and with one or two layers of encoding taken off, in any order. */
public final class Readings {
    /** Fewer bytes in base64 hold nothing that is called a secret, or has the form of one. */
    private static final int SHORTEST_WITH_LOOKS = 18;

    private final int shortest;
    private final boolean cut;
    private final DecodedText original;
    private final List<DecodedText> base64;
    private final List<DecodedText> once;

    /** Without escapes of any kind, once and twice: for what may be undone too much without being missed. */
    private final List<DecodedText> bare;

    /**
     * Reads a text.
     *
     * @param shortest the length of the shortest secret that is looked for, so that no shorter base64 is decoded
     * @param cut whether the text goes on, so that its end may be half an escape, a character or base64
     */
    public Readings(String text, int shortest, boolean cut) {
        this.shortest = Math.min(shortest, SHORTEST_WITH_LOOKS);
        this.cut = cut;
        this.original = DecodedText.original(text);
        this.base64 = base64(original);
        Set<Escape> escapes = Escape.in(original);
        this.once = decodings(original, escapes, base64);
        this.bare = bare(original, escapes);
    }

    /** Returns what may hold a secret that is known. */
    public List<DecodedText> withSecrets() {
        List<DecodedText> readings = new ArrayList<>(once.size() + 1);
        readings.add(original);
        readings.addAll(once);
        once.forEach(text -> readings.addAll(decodings(text, Escape.in(text), base64(text))));
        readings.addAll(bare);
        return readings;
    }

    /** Returns what may hold a secret that is known by its looks alone. */
    public List<DecodedText> withLooks() {
        List<DecodedText> readings = new ArrayList<>(bare);
        readings.add(original);
        readings.addAll(base64);
        return readings;
    }

    /** Takes one layer off, in each way that there is. */
    private List<DecodedText> decodings(DecodedText text, Set<Escape> escapes, List<DecodedText> decoded) {
        List<DecodedText> decodings = new ArrayList<>(1);
        for (Escape escape : escapes) {
            decodings.add(without(EnumSet.of(escape), text));
        }
        decodings.addAll(decoded);
        return decodings;
    }

    private List<DecodedText> base64(DecodedText text) {
        return Base64Text.of(text, shortest, cut);
    }

    private List<DecodedText> bare(DecodedText text, Set<Escape> escapes) {
        if (escapes.isEmpty()) {
            return List.of();
        }
        DecodedText first = without(escapes, text);
        Set<Escape> inner = Escape.in(first);
        return inner.isEmpty() ? List.of(first) : List.of(first, without(inner, first));
    }

    /**
     * Takes escapes off; of a text that is cut, without the escape and the character of which its end may have but
     * half.
     */
    private DecodedText without(Set<Escape> escapes, DecodedText text) {
        return cut
                ? Unescaping.of(Escape.withoutHalfOfOne(text), escapes).withoutHalfACharacter()
                : Unescaping.of(text, escapes);
    }
}
