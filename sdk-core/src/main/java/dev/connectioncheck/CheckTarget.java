package dev.connectioncheck;

/**
 * Names a connection to be checked, at one vendor.
 *
 * <p>Each vendor module brings its own kinds of targets. A target is immutable and may be checked any number of times,
 * by several threads at once. Its {@code toString()} tells which connection is meant and shows nothing of the
 * connection's settings.
 */
public interface CheckTarget {
    /**
     * Returns the vendor's short name in lower case, such as {@code acme}.
     *
     * @return the vendor that is asked about this target
     */
    String vendor();
}
