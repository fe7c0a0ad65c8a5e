package dev.connectioncheck.sandbox;

import java.util.Optional;

/** A connection that the sandbox knows: how it behaves, and how often it was asked. */
class Connection {
    /** Stands for one that the sandbox did not make. */
    static final Connection UNKNOWN = new Connection(Behavior.passes());

    private final Behavior behavior;
    private final Strikes strikes;

    Connection(Behavior behavior) {
        this.behavior = behavior;
        this.strikes = new Strikes(behavior.strikes());
    }

    final Behavior behavior() {
        return behavior;
    }

    /** Gives what goes wrong with the next request of a phase. */
    final Optional<Fault> nextFault(Phase phase) {
        return strikes.next(phase);
    }
}
