package dev.connectioncheck.config;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import java.util.Optional;

/** Describes a connection that its vendor lists and that can't be checked. */
record ListedTarget(Connection row) implements CheckTarget {
    @Override
    public String vendor() {
        return row.vendor();
    }

    @Override
    public String kind() {
        return row.kind();
    }

    @Override
    public Optional<String> id() {
        return Optional.of(row.id());
    }

    @Override
    public Optional<String> account() {
        return row.account();
    }

    @Override
    public String toString() {
        return row.vendor() + " " + row.kind() + " " + row.id();
    }
}
