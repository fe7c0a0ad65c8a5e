package dev.connectioncheck.internal.secret;

import dev.connectioncheck.model.SecretHolder;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Collects what a call, or a check with all its calls, has sent that must not show in what comes back.
 *
 * <p>It only keeps references; the work is done when there is a text to clean, which most calls never have.
 * Thread-safe, since several threads may wait for one check.
 */
public final class Secrets {
    private transient List<Object> parts = List.of(); // for no mapper that looks at fields
    private transient @Nullable String key;
    private transient List<String> otherKeys = List.of();

    public synchronized void addBody(@Nullable Object body) {
        SecretHolder.collect(body, part -> parts = with(parts, part));
    }

    public synchronized void addKey(@Nullable String key) {
        if (this.key == null) {
            this.key = key;
        } else if (key != null && !key.equals(this.key)) {
            otherKeys = with(otherKeys, key);
        }
    }

    /** Adds what is new. Most checks have one part at most, which a list of that very size holds. */
    private static <T> List<T> with(List<T> known, T secret) {
        if (known.contains(secret)) {
            return known;
        }
        return known.isEmpty()
                ? List.of(secret)
                : Stream.concat(known.stream(), Stream.of(secret)).toList();
    }

    /** Returns what removes the secrets that are known by its first use from any number of texts. */
    public Cleaner cleaner() {
        return new Cleaner(this::masker);
    }

    private synchronized Masker masker() {
        return Masker.of(key == null ? otherKeys : with(otherKeys, key), parts);
    }

    /** Removes the secrets from a text of the vendor, and cuts it to a readable length. */
    public String clean(String text) {
        return cleaner().clean(text);
    }

    /** Removes the secrets from a word of the vendor, such as a status or an id. */
    public String cleanWord(String word) {
        return cleaner().cleanWord(word);
    }
}
