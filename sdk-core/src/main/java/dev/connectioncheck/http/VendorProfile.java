package dev.connectioncheck.http;

import java.util.Objects;
import java.util.Optional;

/**
 * Tells what all clients of a vendor have in common. Immutable.
 *
 * @param vendor the vendor's short name, in lower-case letters
 * @param defaultBaseUrl where the vendor's own service is
 * @param apiPath the path that every operation's path begins with, and that a user may or may not write at the end of
 *     the base URL; empty text if there is none
 * @param credentialHeader the header that carries the key
 * @param credentialPrefix what stands before the key in that header, such as {@code "Bearer "}; may be empty text
 * @param hints helps users with the vendor's errors
 */
public record VendorProfile(
        String vendor,
        String defaultBaseUrl,
        String apiPath,
        String credentialHeader,
        String credentialPrefix,
        ErrorHints hints) {
    /** Holds the given facts. */
    public VendorProfile {
        Objects.requireNonNull(vendor, "vendor");
        Objects.requireNonNull(defaultBaseUrl, "defaultBaseUrl");
        Objects.requireNonNull(apiPath, "apiPath");
        Objects.requireNonNull(credentialHeader, "credentialHeader");
        Objects.requireNonNull(credentialPrefix, "credentialPrefix");
        Objects.requireNonNull(hints, "hints");
    }

    /** Tells users how to mend what a vendor complains of. */
    @FunctionalInterface
    public interface ErrorHints {
        /**
         * Returns what the user can do about an error.
         *
         * @param status the HTTP status
         * @param message the vendor's words, secrets removed; may be empty text
         * @return a sentence; empty if there is nothing particular to say
         */
        Optional<String> hint(int status, String message);

        /**
         * Returns hints that say nothing.
         *
         * @return no hint for any error
         */
        static ErrorHints none() {
            return (status, message) -> Optional.empty();
        }
    }
}
