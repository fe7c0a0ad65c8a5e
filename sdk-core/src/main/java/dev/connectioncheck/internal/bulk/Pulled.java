package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.ConnectionCheckException.Failure;
import dev.connectioncheck.InvalidRequestException;
import dev.connectioncheck.internal.check.CheckEngine;
import java.util.Iterator;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Pulls a user's targets one at a time; one that can't be checked is an outcome, since others may have been begun. */
final class Pulled implements Feed {
    private final CheckEngine engine;
    private final Iterable<? extends CheckTarget> targets;
    private final Function<CheckTarget, CheckOptions> options;
    private @Nullable Iterator<? extends CheckTarget> left;
    private int count;

    Pulled(CheckEngine engine, Iterable<? extends CheckTarget> targets, Function<CheckTarget, CheckOptions> options) {
        this.engine = engine;
        this.targets = targets;
        this.options = options;
    }

    @Override
    public boolean isAtHand() {
        return false;
    }

    @Override
    public @Nullable Item next() {
        if (left == null) {
            left = targets.iterator();
        }
        return left.hasNext() ? item(left.next(), count++) : null;
    }

    private Item item(@Nullable CheckTarget target, int number) {
        if (target == null) {
            throw new IllegalArgumentException("The target must not be null: the iterable brought one after " + number
                    + " others. Leave it out there.");
        }
        try {
            return Item.of(number, engine.prepare(target, options.apply(target)));
        } catch (IllegalArgumentException e) {
            return Item.known(
                    number,
                    refused(target, String.valueOf(e.getMessage())),
                    engine.endOfSkipped(target, options.apply(target)));
        }
    }

    private static CheckOutcome refused(CheckTarget target, String why) {
        Failure failure = Failure.builder(target.vendor(), "check", why)
                .account(target.account().orElse(null))
                .build();
        return CheckOutcome.of(target, new InvalidRequestException(failure, List.of()));
    }
}
