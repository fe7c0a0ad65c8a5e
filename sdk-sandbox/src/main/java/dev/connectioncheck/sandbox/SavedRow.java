package dev.connectioncheck.sandbox;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * Describes a saved connection for a stand-in to have: what the vendor lists, shows, changes, deletes and checks.
 *
 * <p>Immutable; every method returns a new value. Without {@link #behaving} it works, without {@link #settings} it gets
 * settings of the sandbox's making.
 *
 * @param <R> the vendor's own kind of row
 */
public abstract sealed class SavedRow<R extends SavedRow<R>>
        permits SquaredRow, UnstructuredRow, DatafoldRow, ArtieRow {
    private final Common common;

    SavedRow(Common common) {
        this.common = common;
    }

    abstract R with(Common changed);

    /**
     * Names the connection.
     *
     * @param name as people gave it; default: its type and its number
     * @return the changed row
     */
    public R named(String name) {
        return with(new Common(Optional.of(name), common.behavior, common.settings, common.vanished));
    }

    /**
     * Says how its checks go, and what goes wrong with requests about it.
     *
     * @param behavior default: {@link Behavior#passes()}
     * @return the changed row
     */
    public R behaving(Behavior behavior) {
        return with(new Common(
                common.name, Objects.requireNonNull(behavior, "behavior"), common.settings, common.vanished));
    }

    /**
     * Gives it settings, secrets included, instead of made-up ones.
     *
     * @param settings JSON values only; copied
     * @return the changed row
     */
    public R settings(Map<String, ?> settings) {
        return with(new Common(common.name, common.behavior, Optional.of(Json.copy(settings)), common.vanished));
    }

    /**
     * Lists it though it is gone: whatever else is asked of it is answered as the vendor answers for the unknown, as if
     * somebody had deleted it right after the list was made.
     *
     * @return the changed row
     */
    public R vanishing() {
        return with(new Common(common.name, common.behavior, common.settings, true));
    }

    final Common common() {
        return common;
    }

    final String nameOr(String other) {
        return common.name.orElse(other);
    }

    final Behavior behavior() {
        return common.behavior;
    }

    final Optional<Map<String, Object>> settings() {
        return common.settings;
    }

    final boolean isVanished() {
        return common.vanished;
    }

    /** What rows of all vendors have. */
    record Common(Optional<String> name, Behavior behavior, Optional<Map<String, Object>> settings, boolean vanished) {
        static final Common PLAIN = new Common(Optional.empty(), Behavior.passes(), Optional.empty(), false);
    }
}
