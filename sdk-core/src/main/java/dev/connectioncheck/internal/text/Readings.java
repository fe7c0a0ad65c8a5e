package dev.connectioncheck.internal.text;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The ways in which a text can be read: as it is, and with one or two layers of encoding taken off, in any order. */
public final class Readings {
    /** Fewer bytes in base64 hold nothing that is called a secret, or has the form of one. */
    private static final int SHORTEST_WITH_LOOKS = 18;

    private final int shortest;
    private final boolean cut;
    private final DecodedText original;
    private final @Nullable DecodedText base64;
    private final List<DecodedText> once;

    /** Without escapes of any kind, once and twice: for what may be undone too much without being missed. */
    private final List<DecodedText> bare;

    /**
     * Reads a text.
     *
     * @param shortest the length of the shortest secret that is looked for, so that no shorter base64 is decoded
     * @param cut whether the text goes on, so that its end may be half an escape
     */
    public Readings(String text, int shortest, boolean cut) {
        this.shortest = Math.min(shortest, SHORTEST_WITH_LOOKS);
        this.cut = cut;
        this.original = DecodedText.original(text);
        this.base64 = Base64Text.of(original, this.shortest);
        Set<Escape> escapes = Escape.in(whole(original));
        this.once = decodings(original, escapes, base64);
        this.bare = bare(original, escapes);
    }

    /** Returns what may hold a secret that is known. */
    public List<DecodedText> withSecrets() {
        List<DecodedText> readings = new ArrayList<>(once.size() + 1);
        readings.add(original);
        readings.addAll(once);
        once.forEach(text -> readings.addAll(decodings(text)));
        readings.addAll(bare);
        return readings;
    }

    /** Returns what may hold a secret that is known by its looks alone. */
    public List<DecodedText> withLooks() {
        List<DecodedText> readings = new ArrayList<>(bare);
        readings.add(original);
        if (base64 != null) {
            readings.add(base64);
        }
        return readings;
    }

    private List<DecodedText> decodings(DecodedText text) {
        return decodings(text, Escape.in(whole(text)), Base64Text.of(text, shortest));
    }

    /** Takes one layer off, in each way that there is. */
    private List<DecodedText> decodings(DecodedText text, Set<Escape> escapes, @Nullable DecodedText decoded) {
        List<DecodedText> decodings = new ArrayList<>(1);
        for (Escape escape : escapes) {
            decodings.add(Unescaping.of(whole(text), EnumSet.of(escape)));
        }
        if (decoded != null) {
            decodings.add(decoded);
        }
        return decodings;
    }

    private List<DecodedText> bare(DecodedText text, Set<Escape> escapes) {
        DecodedText first = without(escapes, text);
        DecodedText second = first == null ? null : without(Escape.in(whole(first)), first);
        return first == null ? List.of() : second == null ? List.of(first) : List.of(first, second);
    }

    private @Nullable DecodedText without(Set<Escape> escapes, DecodedText text) {
        return escapes.isEmpty() ? null : Unescaping.of(whole(text), escapes);
    }

    /** The text without an escape of which its end has but half. */
    private DecodedText whole(DecodedText text) {
        return cut ? text.withoutHalfAnEscape() : text;
    }
}
