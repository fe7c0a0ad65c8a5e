package dev.connectioncheck.temporal;

import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Holds some of the connections of a sweep, and where the others are. Immutable. */
public final class ConnectionPage {
    private static final int MOST = 500;

    private final List<ConnectionRef> refs;
    private final @Nullable String next;

    private ConnectionPage(List<ConnectionRef> refs, @Nullable String next) {
        this.refs = refs;
        this.next = next;
    }

    /**
     * Makes the last page.
     *
     * @param refs the connections, at most 500; all of the sweep's vendor
     * @return a page without a next one
     * @throws IllegalArgumentException if there are more
     */
    public static ConnectionPage last(List<ConnectionRef> refs) {
        return new ConnectionPage(checked(refs), null);
    }

    /**
     * Makes a page that others follow.
     *
     * @param refs the connections, at most 500, in the history in clear; all of the sweep's vendor
     * @param next what tells {@link Connections#page} where to go on; it stands in the history in clear
     * @return a page with a next one
     * @throws IllegalArgumentException if there are more
     */
    public static ConnectionPage of(List<ConnectionRef> refs, String next) {
        return new ConnectionPage(checked(refs), Objects.requireNonNull(next, "next"));
    }

    private static List<ConnectionRef> checked(List<ConnectionRef> refs) {
        if (refs.size() > MOST) {
            throw new IllegalArgumentException(
                    "A page has at most " + MOST + " connections, not " + refs.size() + "; return several pages.");
        }
        return List.copyOf(refs);
    }

    /**
     * Returns the connections.
     *
     * @return an unmodifiable list
     */
    public List<ConnectionRef> refs() {
        return refs;
    }

    /**
     * Returns where to go on.
     *
     * @return the next page's cursor; empty if this is the last
     */
    public Optional<String> next() {
        return Optional.ofNullable(next);
    }

    @Override
    public String toString() {
        return refs.size() + " connections" + (next == null ? "" : ", next " + next);
    }
}
