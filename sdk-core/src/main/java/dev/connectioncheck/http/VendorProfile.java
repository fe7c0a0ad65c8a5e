package dev.connectioncheck.http;

import java.util.Objects;
import java.util.Optional;

/** Tells what all clients of a vendor have in common. Immutable. */
public final class VendorProfile {
    private final String vendor;
    private final String defaultBaseUrl;
    private final String apiPath;
    private final String credentialHeader;
    private final String credentialPrefix;
    private final String signInPath;
    private final ErrorHints hints;
    private final Pace pace;

    private VendorProfile(Builder builder) {
        this.vendor = builder.vendor;
        this.defaultBaseUrl = builder.defaultBaseUrl;
        this.apiPath = builder.apiPath;
        this.credentialHeader = builder.credentialHeader;
        this.credentialPrefix = builder.credentialPrefix;
        this.signInPath = builder.signInPath;
        this.hints = builder.hints;
        this.pace = builder.pace;
    }

    /**
     * Starts the profile of a vendor that takes its key as a bearer token and has neither a common path nor hints.
     *
     * @param vendor the vendor's short name, in lower-case letters
     * @param defaultBaseUrl where the vendor's own service is
     * @return a new builder
     */
    public static Builder builder(String vendor, String defaultBaseUrl) {
        return new Builder(vendor, defaultBaseUrl);
    }

    /**
     * Returns the vendor's short name.
     *
     * @return the name in lower-case letters
     */
    public String vendor() {
        return vendor;
    }

    /**
     * Returns where the vendor's own service is.
     *
     * @return an absolute address
     */
    public String defaultBaseUrl() {
        return defaultBaseUrl;
    }

    /**
     * Returns the path that every operation's path begins with, and that a user may or may not write at the end of the
     * base URL.
     *
     * @return the path; empty text if there is none
     */
    public String apiPath() {
        return apiPath;
    }

    /**
     * Returns the header that carries the key.
     *
     * @return the header's name
     */
    public String credentialHeader() {
        return credentialHeader;
    }

    /**
     * Returns what stands before the key in its header.
     *
     * @return text such as {@code "Bearer "}; may be empty
     */
    public String credentialPrefix() {
        return credentialPrefix;
    }

    /**
     * Returns the path of the page where the vendor's users sign in, if the vendor sends callers there whose account
     * may not be used.
     *
     * @return the path without the form at its end; empty text if it does not
     */
    public String signInPath() {
        return signInPath;
    }

    /**
     * Returns what helps users with the vendor's errors.
     *
     * @return the hints
     */
    public ErrorHints hints() {
        return hints;
    }

    /**
     * Returns how fast the vendor wants to be asked, by what it documents.
     *
     * @return the pace of clients whose builder sets no other
     */
    public Pace pace() {
        return pace;
    }

    @Override
    public String toString() {
        return "VendorProfile[" + vendor + "]";
    }

    /** Collects a profile. Not thread-safe. */
    public static final class Builder {
        private final String vendor;
        private final String defaultBaseUrl;
        private String apiPath = "";
        private String credentialHeader = "Authorization";
        private String credentialPrefix = "Bearer ";
        private String signInPath = "";
        private ErrorHints hints = ErrorHints.none();
        private Pace pace = Pace.unlimited();

        private Builder(String vendor, String defaultBaseUrl) {
            this.vendor = Objects.requireNonNull(vendor, "vendor");
            this.defaultBaseUrl = Objects.requireNonNull(defaultBaseUrl, "defaultBaseUrl");
        }

        /**
         * Sets the path that every operation's path begins with; the default is none.
         *
         * @param apiPath the path with a slash at its beginning and none at its end
         * @return this builder
         */
        public Builder apiPath(String apiPath) {
            this.apiPath = Objects.requireNonNull(apiPath, "apiPath");
            return this;
        }

        /**
         * Sets the header that carries the key; the default is {@code Authorization} with {@code "Bearer "}.
         *
         * @param header the header's name
         * @param prefix what stands before the key; may be empty text
         * @return this builder
         */
        public Builder credential(String header, String prefix) {
            this.credentialHeader = Objects.requireNonNull(header, "header");
            this.credentialPrefix = Objects.requireNonNull(prefix, "prefix");
            return this;
        }

        /**
         * Sets the path of the page where the vendor's users sign in: a redirection there is reported as a refused
         * account, with an {@link dev.connectioncheck.AuthenticationException}. The default is none, and any
         * redirection an unexpected answer.
         *
         * @param signInPath the end of the page's path with a slash at its beginning, such as {@code /users/sign_in};
         *     the form that may follow, as in {@code sign_in.json}, is left out
         * @return this builder
         */
        public Builder signInPath(String signInPath) {
            this.signInPath = Objects.requireNonNull(signInPath, "signInPath");
            return this;
        }

        /**
         * Sets what helps users with the vendor's errors; the default is nothing.
         *
         * @param hints the hints
         * @return this builder
         */
        public Builder hints(ErrorHints hints) {
            this.hints = Objects.requireNonNull(hints, "hints");
            return this;
        }

        /**
         * Sets how fast the vendor wants to be asked, by what it documents; the default is {@link Pace#unlimited()}.
         *
         * @param pace the pace
         * @return this builder
         */
        public Builder pace(Pace pace) {
            this.pace = Objects.requireNonNull(pace, "pace");
            return this;
        }

        /**
         * Makes the profile.
         *
         * @return an immutable profile
         */
        public VendorProfile build() {
            return new VendorProfile(this);
        }
    }

    /** Tells users how to correct what a vendor complains of. */
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
