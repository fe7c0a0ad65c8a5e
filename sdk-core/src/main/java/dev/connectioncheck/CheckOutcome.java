package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Holds what became of one connection that was to be checked: a result, an error, or why nothing was asked. Immutable.
 */
public final class CheckOutcome {
    private final CheckTarget target;
    private final @Nullable CheckResult result;
    private final transient @Nullable ConnectionCheckException error;
    private final @Nullable String skipped;

    private CheckOutcome(
            CheckTarget target,
            @Nullable CheckResult result,
            @Nullable ConnectionCheckException error,
            @Nullable String skipped) {
        this.target = Objects.requireNonNull(target, "target");
        this.result = result;
        this.error = error;
        this.skipped = skipped;
    }

    /**
     * Makes an outcome of a verdict.
     *
     * @param result what the vendor said
     * @return an outcome with this result
     */
    public static CheckOutcome of(CheckResult result) {
        return new CheckOutcome(result.target(), result, null, null);
    }

    /**
     * Makes an outcome of a failure to find out.
     *
     * @param target the connection that was to be checked
     * @param error why there is no verdict
     * @return an outcome with this error
     */
    public static CheckOutcome of(CheckTarget target, ConnectionCheckException error) {
        return new CheckOutcome(target, null, Objects.requireNonNull(error, "error"), null);
    }

    /**
     * Makes an outcome of a connection about which nothing was asked.
     *
     * @param target the connection that was to be checked
     * @param why why nothing was asked, for the user to read
     * @return an outcome with this reason
     */
    public static CheckOutcome skipped(CheckTarget target, String why) {
        return new CheckOutcome(target, null, null, Objects.requireNonNull(why, "why"));
    }

    /**
     * Returns the connection that was to be checked.
     *
     * @return the target
     */
    public CheckTarget target() {
        return target;
    }

    /**
     * Returns what the vendor said.
     *
     * @return the result; empty if there is none
     */
    public Optional<CheckResult> result() {
        return Optional.ofNullable(result);
    }

    /**
     * Returns why we could not find out.
     *
     * @return the error; empty if there is a result, or nothing was asked
     */
    public Optional<ConnectionCheckException> error() {
        return Optional.ofNullable(error);
    }

    /**
     * Returns why nothing was asked.
     *
     * @return the reason; empty if the vendor was asked
     */
    public Optional<String> skipped() {
        return Optional.ofNullable(skipped);
    }

    /**
     * Tells in a word what became of the connection.
     *
     * @return the verdict's name, ERROR or SKIPPED
     */
    public CheckStatus status() {
        if (result != null) {
            return CheckStatus.valueOf(result.verdict().name());
        }
        return error != null ? CheckStatus.ERROR : CheckStatus.SKIPPED;
    }

    /**
     * Tells whether the vendor said that the connection works.
     *
     * @return true only if there is a result and it passed
     */
    public boolean passed() {
        return result != null && result.passed();
    }

    /**
     * Returns this outcome's JSON form: {@code name}, {@code vendor}, {@code kind}, {@code id}, {@code account} of the
     * target, then {@code status}, {@code message} (the vendor's words, or why it was skipped), {@code error} (null, or
     * {@code type} and {@code message}), {@code steps}, {@code checkId}, {@code requestId}, {@code checkedAt}
     * (ISO-8601), {@code elapsedMillis}, {@code polls}.
     *
     * @return an unmodifiable map of JSON values; null where there is nothing to say
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        Map<String, @Nullable Object> known = result == null ? Map.of() : result.toMap();
        return new JsonForm()
                .putAll(target.toMap())
                .put("status", status().name())
                .put("message", result == null ? skipped : known.get("message"))
                .put("error", error == null ? null : errorForm(error))
                .put("steps", known.getOrDefault("steps", List.of()))
                .put("checkId", known.get("checkId"))
                .put("requestId", error == null ? known.get("requestId") : error.requestId())
                .put("checkedAt", known.get("checkedAt"))
                .put("elapsedMillis", known.get("elapsedMillis"))
                .put("polls", error instanceof CheckTimeoutException late ? late.polls() : known.get("polls"))
                .toMap();
    }

    private static Map<String, @Nullable Object> errorForm(ConnectionCheckException error) {
        return new JsonForm()
                .put("type", error.getClass().getSimpleName())
                .put("message", error.getMessage())
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckOutcome that
                && target.equals(that.target)
                && Objects.equals(result, that.result)
                && Objects.equals(error, that.error)
                && Objects.equals(skipped, that.skipped);
    }

    @Override
    public int hashCode() {
        return Objects.hash(target, result, error, skipped);
    }

    @Override
    public String toString() {
        return result != null
                ? result.toString()
                : target + ": " + status() + ", " + (error == null ? skipped : error.getMessage());
    }
}
