package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.VendorClient;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Knows a checker's clients, and finds the one for a target or token. Immutable. */
public final class Clients {
    private final List<Entry> all;
    private final Map<String, List<Entry>> byVendor;

    public Clients(List<Entry> all) {
        List<Entry> known = new ArrayList<>();
        for (Entry entry : all) {
            if (known.stream().anyMatch(entry::isTwinOf)) {
                throw new IllegalArgumentException("Two clients for " + entry
                        + " were given: name them with client(account, client), each with a name of its own.");
            }
            known.add(entry);
        }
        this.all = List.copyOf(known);
        this.byVendor = known.stream().collect(Collectors.groupingBy(Entry::vendor));
    }

    /** In the order in which they were given. */
    public List<Entry> all() {
        return all;
    }

    /**
     * Finds who is asked about a target.
     *
     * @throws IllegalArgumentException if nobody is, or the target does not say who
     */
    public Entry of(@Nullable CheckTarget target) {
        if (target == null) {
            throw new IllegalArgumentException("The target must not be null.");
        }
        Entry entry = of(target.vendor(), target.account());
        if (!entry.protocol().targetType().isInstance(target.plain())) {
            throw new IllegalArgumentException("The client for " + target.vendor() + " can't check a "
                    + target.plain().getClass().getName() + ".");
        }
        return entry;
    }

    Entry of(String vendor, Optional<String> account) {
        List<Entry> candidates = byVendor.getOrDefault(vendor, List.of());
        if (all.isEmpty()) {
            throw new IllegalArgumentException("This ConnectionChecker has no clients: pass them to"
                    + " ConnectionChecker.of(...) or its builder.");
        }
        if (candidates.isEmpty()) {
            throw new IllegalArgumentException("This ConnectionChecker has no client for " + shownVendor(vendor)
                    + ", only for " + vendors() + ": pass one to ConnectionChecker.of(...) or its builder.");
        }
        return account.isPresent() ? named(account.get(), candidates) : unnamed(candidates);
    }

    private static Entry named(String account, List<Entry> candidates) {
        for (Entry entry : candidates) {
            if (account.equals(entry.account())) {
                return entry;
            }
        }
        throw new IllegalArgumentException(
                "This ConnectionChecker has no client for " + candidates.get(0).vendor() + " at " + shown(account)
                        + ", only " + accounts(candidates) + ": add one with client(account, client).");
    }

    private static Entry unnamed(List<Entry> candidates) {
        if (candidates.size() == 1) {
            return candidates.get(0);
        }
        for (Entry entry : candidates) {
            if (entry.account() == null) {
                return entry;
            }
        }
        throw new IllegalArgumentException("This ConnectionChecker has several clients for "
                + candidates.get(0).vendor() + ", " + accounts(candidates) + ": say which with target.at(account).");
    }

    private static String accounts(List<Entry> candidates) {
        return candidates.stream()
                .map(entry -> entry.account() == null ? "an unnamed one" : "\"" + entry.account() + "\"")
                .collect(Collectors.joining(", "));
    }

    private String vendors() {
        return all.stream().map(Entry::vendor).distinct().collect(Collectors.joining(", "));
    }

    private static String shownVendor(String vendor) {
        return vendor.matches("[a-z0-9-]{1,32}") ? vendor : "this vendor";
    }

    /** A token comes from outside, and so may what it names. */
    private static String shown(String name) {
        return name.matches("[\\w .@-]{1,64}") ? name : "another name";
    }

    /**
     * A client, and the name that the checker knows it by. It equals nothing but itself: whatever a vendor's module
     * thinks of two of its clients, and because a record's own hash code is put together at run time, for which a
     * program's first check would have to wait.
     */
    public record Entry(@Nullable String account, VendorClient client, CheckProtocol<?> protocol) {
        public static Entry of(@Nullable String account, VendorClient client) {
            return new Entry(account, client, client.checks());
        }

        public String vendor() {
            return protocol.vendor();
        }

        boolean isTwinOf(Entry other) {
            return vendor().equals(other.vendor()) && Objects.equals(account, other.account);
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return this == other;
        }

        @Override
        public int hashCode() {
            return System.identityHashCode(this);
        }

        @Override
        public String toString() {
            return account == null ? vendor() : vendor() + " at " + account;
        }
    }
}
