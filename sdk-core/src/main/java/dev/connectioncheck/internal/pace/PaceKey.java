package dev.connectioncheck.internal.pace;

import dev.connectioncheck.CheckTarget;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a connection is remembered by.
 *
 * @param kind text for all connections of its vendor, account and kind
 * @param connection text for this one; null if it has no id, and is remembered as its kind
 */
record PaceKey(String kind, @Nullable String connection) {

    static PaceKey of(CheckTarget target, @Nullable String account) {
        String kind = part(target.vendor()) + "/" + (account == null ? "" : part(account)) + "/" + part(target.kind());
        Optional<String> id = target.id();
        return new PaceKey(kind, id.isEmpty() ? null : kind + "/" + part(id.get()));
    }

    private static String part(String text) {
        return text.replace("%", "%25").replace("/", "%2F");
    }
}
