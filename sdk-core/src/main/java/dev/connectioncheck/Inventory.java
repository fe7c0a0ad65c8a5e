package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Lists the connections of all accounts of a {@link ConnectionChecker}, and the accounts that could not be listed.
 * Immutable.
 *
 * <p>It is what the vendors said at that moment; connections may come and go afterwards. It holds no connection's
 * settings.
 */
public final class Inventory {
    private static final int SCHEMA = 1;

    private final List<Connection> connections;
    private final transient List<ConnectionCheckException> errors;

    private Inventory(List<Connection> connections, List<ConnectionCheckException> errors) {
        this.connections = List.copyOf(connections);
        this.errors = List.copyOf(errors);
    }

    /**
     * Makes an inventory, for tests and for lists that come from elsewhere.
     *
     * @param connections its rows
     * @param errors why accounts could not be listed, or not to the end
     * @return an inventory
     */
    public static Inventory of(List<Connection> connections, List<ConnectionCheckException> errors) {
        return new Inventory(connections, errors);
    }

    /**
     * Returns the connections: by client, in the order in which the checker was given them, then as the vendor lists
     * them.
     *
     * @return an unmodifiable list
     */
    public List<Connection> connections() {
        return connections;
    }

    /**
     * Returns why accounts could not be listed, or not to the end; each says which vendor and account. Rows that such
     * an account had told already are among the connections, and the message says that they are incomplete.
     *
     * @return an unmodifiable list; empty if every account was listed whole
     */
    public List<ConnectionCheckException> errors() {
        return errors;
    }

    /**
     * Returns the part of this inventory that a question selects.
     *
     * @param selection says of each connection whether to keep it
     * @return an inventory of the connections that were kept, with all errors of this one
     */
    public Inventory filter(Predicate<? super Connection> selection) {
        return new Inventory(connections.stream().filter(selection).toList(), errors);
    }

    /**
     * Returns this inventory's JSON form: {@code schema} (1), {@code connections} (see {@link Connection#toMap()}),
     * {@code errors} (see {@link ConnectionCheckException#toMap()}).
     *
     * @return an unmodifiable map of JSON values
     */
    @JsonValue
    public Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("schema", SCHEMA)
                .put("connections", connections.stream().map(Connection::toMap).toList())
                .put(
                        "errors",
                        errors.stream().map(ConnectionCheckException::toMap).toList())
                .toMap();
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Inventory that && connections.equals(that.connections) && errors.equals(that.errors);
    }

    @Override
    public int hashCode() {
        return Objects.hash(connections, errors);
    }

    /** Shows how many connections and errors there are. */
    @Override
    public String toString() {
        return "Inventory[connections=" + connections.size() + ", errors=" + errors.size() + "]";
    }
}
