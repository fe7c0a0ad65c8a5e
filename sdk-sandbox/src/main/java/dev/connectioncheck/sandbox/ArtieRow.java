package dev.connectioncheck.sandbox;

import java.util.Objects;

/**
 * Describes a connector saved at Artie.
 *
 * <p>Immutable; every method returns a new value. Its settings are the vendor's {@code sharedConfig}.
 */
public final class ArtieRow extends SavedRow<ArtieRow> {
    private final String type;
    private final boolean destination;
    private final boolean valid;

    private ArtieRow(Common common, String type, boolean destination, boolean valid) {
        super(common);
        this.type = Objects.requireNonNull(type, "type");
        this.destination = destination;
        this.valid = valid;
    }

    /**
     * Describes a connector that lists have only with {@code includeSourceConnectors=true}.
     *
     * @param type the vendor's word, for example {@code postgresql}; any text, for the vendor's list grows
     * @return the row
     */
    public static ArtieRow source(String type) {
        return new ArtieRow(Common.PLAIN, type, false, true);
    }

    /**
     * Describes a connector that every list has, a source on the side or not.
     *
     * @param type as for {@link #source}
     * @return the row
     */
    public static ArtieRow destination(String type) {
        return new ArtieRow(Common.PLAIN, type, true, true);
    }

    /**
     * Says {@code isValid: false} of it, which is no word on whether it works.
     *
     * @return the changed row
     */
    public ArtieRow invalid() {
        return new ArtieRow(common(), type, destination, false);
    }

    String type() {
        return type;
    }

    boolean isDestination() {
        return destination;
    }

    boolean isValid() {
        return valid;
    }

    @Override
    ArtieRow with(Common changed) {
        return new ArtieRow(changed, type, destination, valid);
    }

    @Override
    public String toString() {
        return nameOr(type) + " " + behavior();
    }
}
