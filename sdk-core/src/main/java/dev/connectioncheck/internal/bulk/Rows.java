package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.BulkOptions;
import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.internal.check.CheckEngine;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/** Makes the items of a run of an inventory's rows: which are checked, and why the others are not. */
final class Rows {
    private final CheckEngine engine;
    private final BulkOptions options;
    private final Function<CheckTarget, CheckOptions> check;

    Rows(CheckEngine engine, BulkOptions options, Function<CheckTarget, CheckOptions> check) {
        this.engine = engine;
        this.options = options;
        this.check = check;
    }

    List<Item> items(Inventory inventory) {
        List<Item> items = new ArrayList<>(inventory.connections().size());
        inventory.connections().forEach(row -> items.add(item(row, items.size())));
        return items;
    }

    private Item item(Connection row, int number) {
        CheckTarget target = row.target().orElseGet(() -> new RowTarget(row));
        Optional<String> reason = row.notCheckable().or(() -> whyFresh(row));
        return reason.map(why -> Item.known(
                        number, CheckOutcome.skipped(target, why), engine.endOfSkipped(target, check.apply(target))))
                .orElseGet(() -> Item.of(number, engine.prepare(target, check.apply(target))));
    }

    private Optional<String> whyFresh(Connection row) {
        return options.skipIfCheckedWithin()
                .flatMap(age -> row.lastVerdict().filter(verdict -> isFresh(verdict, age)))
                .map(verdict -> "Not checked again: the vendor recorded PASSED at " + verdict.at() + ".");
    }

    private boolean isFresh(RecordedVerdict recorded, Duration age) {
        Duration since = Duration.between(recorded.at(), engine.time().now());
        return recorded.verdict() == Verdict.PASSED && !since.isNegative() && since.compareTo(age) < 0;
    }
}
