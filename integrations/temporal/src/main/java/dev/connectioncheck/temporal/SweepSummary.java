package dev.connectioncheck.temporal;

import dev.connectioncheck.Verdict;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Stream;

/** Counts how the checks of a sweep ended. Immutable. */
public final class SweepSummary {
    private static final String NOT_CHECKED = "NOT_CHECKED";

    private final Fields counts;

    private SweepSummary(Fields counts) {
        this.counts = counts;
    }

    static SweepSummary of(Fields counts) {
        return new SweepSummary(counts);
    }

    SweepSummary plus(StoredVerdict verdict) {
        return plus(
                verdict.verdict().map(Verdict::name).orElse(verdict.outcome().name()));
    }

    SweepSummary plusNotChecked() {
        return plus(NOT_CHECKED);
    }

    private SweepSummary plus(String name) {
        return new SweepSummary(counts.with(name, counts.number(name) + 1));
    }

    /**
     * Counts a verdict.
     *
     * @param verdict what the vendor said
     * @return how many checks ended with it
     */
    public int count(Verdict verdict) {
        return counts.number(verdict.name());
    }

    /**
     * Counts an outcome.
     *
     * @param outcome how checks end
     * @return how many checks ended so
     */
    public int count(StoredVerdict.Outcome outcome) {
        return outcome == StoredVerdict.Outcome.DECIDED
                ? sum(Arrays.stream(Verdict.values()))
                : counts.number(outcome.name());
    }

    /**
     * Counts the checks that ended in any way.
     *
     * @return the sum of all outcomes
     */
    public int checks() {
        return Arrays.stream(StoredVerdict.Outcome.values())
                .mapToInt(this::count)
                .sum();
    }

    /**
     * Counts what was listed and not checked: connections that were listed twice, and checks that somebody cancelled.
     *
     * @return the number
     */
    public int notChecked() {
        return counts.number(NOT_CHECKED);
    }

    private int sum(Stream<Verdict> verdicts) {
        return verdicts.mapToInt(this::count).sum();
    }

    Fields toFields() {
        return counts;
    }

    /** Shows what there is at least one of. */
    @Override
    public String toString() {
        Map<String, Object> all = counts.toMap();
        return "SweepSummary" + all;
    }
}
