package dev.connectioncheck;

import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Names a connection to be checked, at one vendor.
 *
 * <p>Each vendor module brings its own kinds of targets. A target is immutable and may be checked any number of times,
 * by several threads at once. Its {@code toString()} tells which connection is meant, such as {@code orders db (acme
 * source Postgresql)}, and shows nothing of the connection's settings.
 *
 * <p>A name is the user's own and no part of equality; an account is.
 */
public interface CheckTarget {
    /**
     * Returns the vendor's short name in lower case, such as {@code acme}.
     *
     * @return the vendor that is asked about this target
     */
    String vendor();

    /**
     * Returns what the vendor calls this kind of connection, in lower case, such as {@code source}.
     *
     * @return the kind; {@code connection} if the vendor knows but one
     */
    default String kind() {
        return "connection";
    }

    /**
     * Returns the vendor's id of the connection.
     *
     * @return the id; empty if the vendor has not saved the connection, since its settings are given with the check
     */
    default Optional<String> id() {
        return Optional.empty();
    }

    /**
     * Returns the name that {@link #named(String)} gave.
     *
     * @return the user's name for the connection; empty if it has none
     */
    default Optional<String> name() {
        return Optional.empty();
    }

    /**
     * Returns the account that {@link #at(String)} chose.
     *
     * @return the name under which the checker knows the client to ask; empty if it is the vendor's unnamed or only one
     */
    default Optional<String> account() {
        return Optional.empty();
    }

    /**
     * Returns this target with a name of the user's own, to tell it apart in reports, messages and logs.
     *
     * @param name any text that is not blank; replaces an earlier name
     * @return a target that is equal to this one
     * @throws IllegalArgumentException if the name is null or blank
     */
    default CheckTarget named(String name) {
        return labelled(plain(), labelOf("name", name), account().orElse(null));
    }

    /**
     * Returns this target at one of several clients of its vendor.
     *
     * @param account the name that the checker's builder was given with the client; replaces an earlier account
     * @return a target that equals this one only if that is at the same account
     * @throws IllegalArgumentException if the account is null or blank
     */
    default CheckTarget at(String account) {
        return labelled(plain(), name().orElse(null), labelOf("account", account));
    }

    /**
     * Returns this target as its vendor's module made it, without what {@link #named(String)} and {@link #at(String)}
     * put around it. For the engine; targets whose class keeps name and account itself need not override it.
     *
     * @return a target of the vendor module's own class
     */
    default CheckTarget plain() {
        return this;
    }

    /**
     * Returns this target's JSON form: {@code name}, {@code vendor}, {@code kind}, {@code id}, {@code account}; of a
     * setting it holds nothing.
     *
     * @return an unmodifiable map of texts, in that order; null where there is nothing to say
     */
    @JsonValue
    default Map<String, @Nullable Object> toMap() {
        return new JsonForm()
                .put("name", name())
                .put("vendor", vendor())
                .put("kind", kind())
                .put("id", id())
                .put("account", account())
                .toMap();
    }

    private static String labelOf(String what, @Nullable String text) {
        if (text == null || text.isBlank()) {
            throw new IllegalArgumentException("The " + what + " must not be null or blank.");
        }
        return text;
    }

    /** Puts a label on a target whose class keeps none itself. */
    private static CheckTarget labelled(CheckTarget target, @Nullable String name, @Nullable String account) {
        final class Labelled implements CheckTarget {
            private final transient CheckTarget plain = target;
            private final Optional<String> at = Optional.ofNullable(account);

            @Override
            public String vendor() {
                return plain.vendor();
            }

            @Override
            public String kind() {
                return plain.kind();
            }

            @Override
            public Optional<String> id() {
                return plain.id();
            }

            @Override
            public Optional<String> name() {
                return Optional.ofNullable(name);
            }

            @Override
            public Optional<String> account() {
                return at;
            }

            @Override
            public CheckTarget plain() {
                return plain;
            }

            @Override
            public boolean equals(@Nullable Object other) {
                return other instanceof Labelled that && plain.equals(that.plain) && at.equals(that.at);
            }

            @Override
            public int hashCode() {
                return Objects.hash(plain, at);
            }

            @Override
            public String toString() {
                String what = plain + at.map(text -> " at " + text).orElse("");
                return name().map(text -> text + " (" + what + ")").orElse(what);
            }
        }
        return new Labelled();
    }
}
