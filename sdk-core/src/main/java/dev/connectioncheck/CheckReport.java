package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists what became of every target of one {@link ConnectionChecker#checkAll checkAll}. Immutable. */
public final class CheckReport {
    private static final int SCHEMA = 1;

    private final List<CheckOutcome> outcomes;
    private final transient List<ConnectionCheckException> errors;

    private CheckReport(List<CheckOutcome> outcomes, List<ConnectionCheckException> errors) {
        this.outcomes = List.copyOf(outcomes);
        this.errors = List.copyOf(errors);
    }

    /**
     * Makes a report.
     *
     * @param outcomes one outcome per target, in the order of the targets
     * @return a report without errors of an inventory
     */
    public static CheckReport of(List<CheckOutcome> outcomes) {
        return new CheckReport(outcomes, List.of());
    }

    /**
     * Makes a report of what an inventory found.
     *
     * @param outcomes one outcome per connection, in the order of the inventory
     * @param errors the vendors that could not be listed
     * @return a report with these errors
     */
    public static CheckReport of(List<CheckOutcome> outcomes, List<ConnectionCheckException> errors) {
        return new CheckReport(outcomes, errors);
    }

    /**
     * Returns what became of each target.
     *
     * @return one outcome per target, in the order of the targets; unmodifiable
     */
    public List<CheckOutcome> outcomes() {
        return outcomes;
    }

    /**
     * Returns why some vendor's connections could not be listed, so that they are missing here.
     *
     * @return the errors of the inventory that was checked; empty if a list of targets was
     */
    public List<ConnectionCheckException> errors() {
        return errors;
    }

    /**
     * Counts the outcomes with a status.
     *
     * @param status the status
     * @return how many outcomes have it
     */
    public int count(CheckStatus status) {
        Objects.requireNonNull(status, "status");
        return (int)
                outcomes.stream().filter(outcome -> outcome.status() == status).count();
    }

    /**
     * Tells whether every connection works.
     *
     * @return true if each outcome passed and nothing could not be listed; true also of a report without outcomes
     */
    public boolean allPassed() {
        return errors.isEmpty() && outcomes.stream().allMatch(CheckOutcome::passed);
    }

    /**
     * Returns this report's JSON form: {@code schema} (1), {@code summary} (a count for each status in lower case),
     * {@code outcomes} (see {@link CheckOutcome#toMap()}), {@code errors} (see
     * {@link ConnectionCheckException#toMap()}).
     *
     * @return an unmodifiable map of JSON values
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        JsonForm summary = new JsonForm();
        for (CheckStatus status : CheckStatus.values()) {
            summary.put(status.name().toLowerCase(Locale.ROOT), count(status));
        }
        return new JsonForm()
                .put("schema", SCHEMA)
                .put("summary", summary.toMap())
                .put("outcomes", outcomes.stream().map(CheckOutcome::toMap).toList())
                .put(
                        "errors",
                        errors.stream().map(ConnectionCheckException::toMap).toList())
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof CheckReport that && outcomes.equals(that.outcomes) && errors.equals(that.errors);
    }

    @Override
    public int hashCode() {
        return Objects.hash(outcomes, errors);
    }

    @Override
    public String toString() {
        return "CheckReport" + toMap().get("summary");
    }
}
