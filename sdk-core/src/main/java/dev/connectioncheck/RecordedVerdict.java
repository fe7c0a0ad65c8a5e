package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.time.Instant;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds a verdict that a vendor recorded earlier and shows in its list of connections; nobody asked now. Immutable. */
public final class RecordedVerdict {
    private final Verdict verdict;
    private final @Nullable String message;
    private final Instant at;

    private RecordedVerdict(Verdict verdict, @Nullable String message, Instant at) {
        this.verdict = Objects.requireNonNull(verdict, "verdict");
        this.message = message;
        this.at = Objects.requireNonNull(at, "at");
    }

    /**
     * Makes a recorded verdict.
     *
     * @param verdict what the vendor said
     * @param message the vendor's words, secrets removed; empty if there are none
     * @param at when the vendor said it
     * @return a recorded verdict
     */
    public static RecordedVerdict of(Verdict verdict, Optional<String> message, Instant at) {
        return new RecordedVerdict(verdict, message.orElse(null), at);
    }

    /**
     * Returns what the vendor said.
     *
     * @return the verdict
     */
    public Verdict verdict() {
        return verdict;
    }

    /**
     * Returns the vendor's words, or why they allow no verdict; secrets removed.
     *
     * @return the words; empty if there are none
     */
    public Optional<String> message() {
        return Optional.ofNullable(message);
    }

    /**
     * Returns when the vendor said it, by the vendor's clock.
     *
     * @return the moment
     */
    public Instant at() {
        return at;
    }

    /**
     * Returns this verdict's JSON form: {@code verdict}, {@code message}, {@code at} (ISO-8601).
     *
     * @return an unmodifiable map of texts; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("verdict", verdict.name())
                .put("message", message)
                .put("at", at.toString())
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RecordedVerdict that
                && verdict == that.verdict
                && Objects.equals(message, that.message)
                && at.equals(that.at);
    }

    @Override
    public int hashCode() {
        return Objects.hash(verdict, message, at);
    }

    @Override
    public String toString() {
        return verdict + " at " + at + (message == null ? "" : ": " + message);
    }
}
