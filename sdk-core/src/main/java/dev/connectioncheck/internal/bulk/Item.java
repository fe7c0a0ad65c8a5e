package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.check.PreparedCheck;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** One of the targets of a run: either a check, or an outcome that is known beforehand. */
final class Item {
    private final int number;
    private final CheckTarget target;
    private final @Nullable PreparedCheck check;
    private final @Nullable CheckOutcome known;
    private final Consumer<CheckOutcome> end;
    private int turns;

    private Item(
            int number,
            CheckTarget target,
            @Nullable PreparedCheck check,
            @Nullable CheckOutcome known,
            Consumer<CheckOutcome> end) {
        this.number = number;
        this.target = target;
        this.check = check;
        this.known = known;
        this.end = end;
    }

    static Item of(int number, PreparedCheck check) {
        return new Item(number, check.target(), check, null, check::ended);
    }

    /**
     * Makes an item that needs no check.
     *
     * @param end tells those who listen, of nothing but the end
     */
    static Item known(int number, CheckOutcome outcome, Consumer<CheckOutcome> end) {
        return new Item(number, outcome.target(), null, outcome, end);
    }

    /** Its place among the targets, from 0. */
    int number() {
        return number;
    }

    CheckTarget target() {
        return target;
    }

    @Nullable PreparedCheck check() {
        return check;
    }

    @Nullable CheckOutcome known() {
        return known;
    }

    /** Counts how often its turn has come. */
    int countTurn() {
        return ++turns;
    }

    int turns() {
        return turns;
    }

    void ended(CheckOutcome outcome) {
        end.accept(outcome);
    }
}
