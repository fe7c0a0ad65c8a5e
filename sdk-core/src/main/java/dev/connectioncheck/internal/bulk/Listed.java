package dev.connectioncheck.internal.bulk;

import java.util.Iterator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Brings the targets of a list. */
final class Listed implements Feed {
    private final Iterator<Item> left;

    Listed(List<Item> items) {
        this.left = items.iterator();
    }

    @Override
    public boolean isAtHand() {
        return true;
    }

    @Override
    public @Nullable Item next() {
        return left.hasNext() ? left.next() : null;
    }
}
