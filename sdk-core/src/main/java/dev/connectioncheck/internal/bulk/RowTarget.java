package dev.connectioncheck.internal.bulk;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Describes a row that can't be checked, for its outcome; no client takes it. */
final class RowTarget implements CheckTarget {
    private final transient Connection row;

    RowTarget(Connection row) {
        this.row = row;
    }

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
    public Optional<String> name() {
        return Optional.of(row.name()).filter(name -> !name.isBlank());
    }

    @Override
    public Optional<String> account() {
        return row.account();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof RowTarget that && row.equals(that.row);
    }

    @Override
    public int hashCode() {
        return row.hashCode();
    }

    @Override
    public String toString() {
        return row.toString();
    }
}
