package dev.connectioncheck.spi;

import dev.connectioncheck.CheckTarget;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Helps a vendor module's target to keep a name and an account, so that {@link #named} and {@link #at} return the
 * module's own class. Immutable, as its subclasses have to be.
 *
 * <p>Two targets are equal if they are of one class, at one account, and of equal {@link #identity()}.
 *
 * @param <T> the vendor module's own class
 */
public abstract class VendorTarget<T extends VendorTarget<T>> implements CheckTarget {
    private final Label label;

    /**
     * Makes a target.
     *
     * @param label its name and account; {@link Label#none()} at first
     */
    protected VendorTarget(Label label) {
        this.label = Objects.requireNonNull(label, "label");
    }

    /**
     * Returns this target's name and account, for copies that differ otherwise.
     *
     * @return the label
     */
    protected final Label label() {
        return label;
    }

    /**
     * Returns a copy of this target with another label.
     *
     * @param other the name and account of the copy
     * @return the copy
     */
    protected abstract T withLabel(Label other);

    /**
     * Returns what makes it this connection and no other: its id, or the settings that are given with the check.
     *
     * @return a value with {@code equals}; never printed
     */
    protected abstract Object identity();

    /**
     * Returns the word that {@code toString()} shows after vendor and kind; by default the id.
     *
     * @return text that holds no setting; empty text if there is none
     */
    protected String subject() {
        return id().orElse("");
    }

    @Override
    public final Optional<String> name() {
        return Optional.ofNullable(label.name);
    }

    @Override
    public final Optional<String> account() {
        return Optional.ofNullable(label.account);
    }

    @Override
    public final T named(String name) {
        return withLabel(new Label(Label.checked("name", name), label.account));
    }

    @Override
    public final T at(String account) {
        return withLabel(new Label(label.name, Label.checked("account", account)));
    }

    @Override
    public final boolean equals(@Nullable Object other) {
        return other instanceof VendorTarget<?> that
                && that.getClass() == getClass()
                && identity().equals(that.identity())
                && Objects.equals(label.account, that.label.account);
    }

    @Override
    public final int hashCode() {
        return Objects.hash(identity(), label.account);
    }

    /** Shows name, vendor, kind, subject and account, such as {@code orders db (acme source Postgresql)}. */
    @Override
    public final String toString() {
        String what = vendor() + " " + kind() + (subject().isEmpty() ? "" : " " + subject());
        String where = label.account == null ? what : what + " at " + label.account;
        return label.name == null ? where : label.name + " (" + where + ")";
    }

    /** Holds a target's name and account. Immutable. */
    public static final class Label {
        private static final Label NONE = new Label(null, null);

        private final @Nullable String name;
        private final @Nullable String account;

        private Label(@Nullable String name, @Nullable String account) {
            this.name = name;
            this.account = account;
        }

        /**
         * Returns the label of a target that was given neither a name nor an account.
         *
         * @return the empty label
         */
        public static Label none() {
            return NONE;
        }

        private static String checked(String what, @Nullable String text) {
            if (text == null || text.isBlank()) {
                throw new IllegalArgumentException("The " + what + " must not be null or blank.");
            }
            return text;
        }
    }
}
