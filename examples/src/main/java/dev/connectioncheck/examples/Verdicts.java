package dev.connectioncheck.examples;

import dev.connectioncheck.CheckOutcome;

/** Says in a word, and in a few more, how a check ended. */
final class Verdicts {
    private Verdicts() {}

    /** The verdict; if there is none, the kind of trouble. */
    static String word(CheckOutcome outcome) {
        return outcome.result()
                .map(result -> result.verdict().name())
                .orElseGet(() -> outcome.error().orElseThrow().getClass().getSimpleName());
    }

    /** The vendor's words, or why there is no verdict; perhaps empty text. */
    static String message(CheckOutcome outcome) {
        return outcome.result()
                .map(result -> result.message().orElse(""))
                .orElseGet(() -> String.valueOf(outcome.error().orElseThrow().getMessage()));
    }
}
