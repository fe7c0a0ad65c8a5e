package dev.connectioncheck.model;

import java.util.Collection;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Says which settings of a connection are secret and which are not, so that a vendor's message about them hides the
 * former and shows the latter. A {@link SecretHolder} passes it on instead of the settings alone.
 *
 * <p>Names that say it themselves, such as {@code password} or {@code host}, need no mark, and a value that looks like
 * a secret counts as one if nothing says that it is none. A mark holds for every setting of that name, however deep.
 * Case and separators of names don't matter: {@code client_secret} is {@code clientSecret}.
 *
 * <p>Immutable. {@code toString()} shows none of the settings.
 */
public final class MarkedSettings {
    private static final String SEPARATORS = "_-. ";

    private final Object settings;
    private final Set<String> secret;
    private final Set<String> ordinary;

    private MarkedSettings(Object settings, Set<String> secret, Set<String> ordinary) {
        this.settings = settings;
        this.secret = secret;
        this.ordinary = ordinary;
    }

    /**
     * Marks settings.
     *
     * @param settings a map, list, model or JSON tree
     * @param secret names of settings that are secret; empty for none
     * @param ordinary names of settings that are not, whatever their names and values look like; empty for none
     * @return the settings with their marks
     */
    public static MarkedSettings of(Object settings, Collection<String> secret, Collection<String> ordinary) {
        return new MarkedSettings(
                Objects.requireNonNull(settings, "settings"), Set.copyOf(secret), Set.copyOf(ordinary));
    }

    /**
     * Returns the settings.
     *
     * @return what was marked
     */
    public Object settings() {
        return settings;
    }

    /**
     * Tells whether a setting is marked as secret.
     *
     * @param name the setting's name
     * @return whether it was among the secret names
     */
    public boolean isSecret(String name) {
        return contains(secret, name);
    }

    /**
     * Tells whether a setting is marked as ordinary.
     *
     * @param name the setting's name
     * @return whether it was among the ordinary names
     */
    public boolean isOrdinary(String name) {
        return contains(ordinary, name);
    }

    /** Compares as it goes: most settings are never asked about, so names are not brought into one form before. */
    private static boolean contains(Set<String> names, String name) {
        for (String each : names) {
            if (isSame(each, name)) {
                return true;
            }
        }
        return false;
    }

    private static boolean isSame(String one, String other) {
        int i = next(one, 0);
        int j = next(other, 0);
        while (i < one.length() && j < other.length()) {
            if (Character.toLowerCase(one.charAt(i)) != Character.toLowerCase(other.charAt(j))) {
                return false;
            }
            i = next(one, i + 1);
            j = next(other, j + 1);
        }
        return i == one.length() && j == other.length();
    }

    /** Returns where the next character is that is no separator. */
    private static int next(String name, int start) {
        int at = start;
        while (at < name.length() && SEPARATORS.indexOf(name.charAt(at)) >= 0) {
            at++;
        }
        return at;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof MarkedSettings that
                && settings.equals(that.settings)
                && secret.equals(that.secret)
                && ordinary.equals(that.ordinary);
    }

    @Override
    public int hashCode() {
        return Objects.hash(settings, secret, ordinary);
    }

    /** Shows how many names are marked, and none of the settings. */
    @Override
    public String toString() {
        return "MarkedSettings[" + secret.size() + " secret, " + ordinary.size() + " ordinary]";
    }
}
