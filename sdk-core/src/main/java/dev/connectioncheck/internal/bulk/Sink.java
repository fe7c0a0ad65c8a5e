package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.ConnectionCheckException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes the outcomes of a run, each once, in the turns of the run. */
interface Sink {
    /** Takes an outcome; what it throws ends the run. */
    void accept(Item item, CheckOutcome outcome);

    /** Takes an outcome of a run that its user has ended, who wants to hear of none any more. */
    void keep(Item item, CheckOutcome outcome);

    /** Returns what is here by now and was handed to nobody. */
    CheckReport report();

    /** Keeps the outcomes in the order of the targets. */
    final class OfList implements Sink {
        private final List<Item> items;
        private final List<ConnectionCheckException> errors;
        private final @Nullable CheckOutcome[] outcomes;

        /** @param errors why the list of targets is not complete */
        OfList(List<Item> items, List<ConnectionCheckException> errors) {
            this.items = items;
            this.errors = errors;
            this.outcomes = new CheckOutcome[items.size()];
        }

        @Override
        public void accept(Item item, CheckOutcome outcome) {
            outcomes[item.number()] = outcome;
        }

        @Override
        public void keep(Item item, CheckOutcome outcome) {
            accept(item, outcome);
        }

        @Override
        public CheckReport report() {
            return CheckReport.of(
                    IntStream.range(0, outcomes.length).mapToObj(this::outcome).toList(), errors);
        }

        private CheckOutcome outcome(int number) {
            CheckOutcome known = outcomes[number];
            return known == null ? Ends.notBegun(items.get(number).target()) : known;
        }
    }

    /** Hands the outcomes to the user as they come. */
    final class OfConsumer implements Sink {
        private final Consumer<? super CheckOutcome> consumer;
        private final List<CheckOutcome> kept = new ArrayList<>();

        OfConsumer(Consumer<? super CheckOutcome> consumer) {
            this.consumer = consumer;
        }

        @Override
        public void accept(Item item, CheckOutcome outcome) {
            consumer.accept(outcome);
        }

        @Override
        public void keep(Item item, CheckOutcome outcome) {
            kept.add(outcome);
        }

        @Override
        public CheckReport report() {
            return CheckReport.of(kept);
        }
    }
}
