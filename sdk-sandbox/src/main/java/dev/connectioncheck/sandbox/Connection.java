package dev.connectioncheck.sandbox;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A connection that the sandbox knows: how it behaves, and how often it was asked. */
class Connection {
    private final Behavior behavior;
    private final Map<Integer, Integer> asked = new HashMap<>();

    Connection(Behavior behavior) {
        this.behavior = behavior;
    }

    final Behavior behavior() {
        return behavior;
    }

    /** Gives what goes wrong with the next request of a phase. */
    final synchronized Optional<Fault> nextFault(Phase phase) {
        for (int i = 0; i < behavior.strikes().size(); i++) {
            Behavior.Strike strike = behavior.strikes().get(i);
            if (strike.phase() == phase) {
                Optional<Fault> fault = strike.script().apply(asked.merge(i, 1, Integer::sum));
                if (fault.isPresent()) {
                    return fault;
                }
            }
        }
        return Optional.empty();
    }
}
