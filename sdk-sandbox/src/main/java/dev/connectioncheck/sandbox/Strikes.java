package dev.connectioncheck.sandbox;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What goes wrong with which requests, and how often each was asked.
 *
 * <p>Used by all threads of the server; its own lock guards what it keeps.
 */
final class Strikes {
    private final List<Behavior.Strike> strikes;
    private final Map<Integer, Integer> asked = new HashMap<>();

    Strikes(List<Behavior.Strike> strikes) {
        this.strikes = new ArrayList<>(strikes);
    }

    synchronized void add(Behavior.Strike strike) {
        strikes.add(strike);
    }

    synchronized void clear() {
        strikes.clear();
        asked.clear();
    }

    /** Gives what goes wrong with the next request of a phase. */
    synchronized Optional<Fault> next(Phase phase) {
        for (int i = 0; i < strikes.size(); i++) {
            if (strikes.get(i).phase() == phase) {
                Optional<Fault> fault = strikes.get(i).script().apply(asked.merge(i, 1, Integer::sum));
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }
}
