package dev.connectioncheck.sandbox;

import java.util.Objects;
import java.util.Optional;

/**
 * Describes a connector saved in AI Squared's workspace.
 *
 * <p>Immutable; every method returns a new value.
 */
public final class SquaredRow extends SavedRow<SquaredRow> {
    private final String kind;
    private final String definition;
    private final Optional<String> description;

    private SquaredRow(Common common, String kind, String definition, Optional<String> description) {
        super(common);
        this.kind = kind;
        this.definition = Objects.requireNonNull(definition, "definition");
        this.description = description;
    }

    /**
     * Describes a source.
     *
     * @param definition its definition's name, for example {@code Postgresql}. With one that the server does not have,
     *     every page that holds the row is answered 400, as the server's is once a definition has gone
     * @return the row
     */
    public static SquaredRow source(String definition) {
        return new SquaredRow(Common.PLAIN, "source", definition, Optional.empty());
    }

    /**
     * Describes a destination.
     *
     * @param definition its definition's name, as for {@link #source}
     * @return the row
     */
    public static SquaredRow destination(String definition) {
        return new SquaredRow(Common.PLAIN, "destination", definition, Optional.empty());
    }

    /**
     * Gives it a description.
     *
     * @param text default: none, which is null in answers
     * @return the changed row
     */
    public SquaredRow described(String text) {
        return new SquaredRow(common(), kind, definition, Optional.of(text));
    }

    String kind() {
        return kind;
    }

    String definition() {
        return definition;
    }

    Optional<String> description() {
        return description;
    }

    @Override
    SquaredRow with(Common changed) {
        return new SquaredRow(changed, kind, definition, description);
    }

    @Override
    public String toString() {
        return kind + " " + nameOr(definition) + " " + behavior();
    }
}
