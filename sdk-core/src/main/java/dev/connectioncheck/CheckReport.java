package dev.connectioncheck;

import java.util.List;

/**
 * Lists what became of every target of one {@link ConnectionChecker#checkAll checkAll}. Immutable.
 *
 * @param outcomes one outcome per target, in the order of the targets
 */
public record CheckReport(List<CheckOutcome> outcomes) {
    /** Holds the given outcomes. */
    public CheckReport {
        outcomes = List.copyOf(outcomes);
    }

    /**
     * Tells whether every connection works.
     *
     * @return true if each outcome passed; true also of a report without outcomes
     */
    public boolean allPassed() {
        return outcomes.stream().allMatch(CheckOutcome::passed);
    }
}
