package dev.connectioncheck.examples;

import dev.connectioncheck.CheckTarget;

/**
 * A connection to check, and what to call it.
 *
 * @param connection a few words for the user
 * @param target what the SDK is asked about
 */
record PlannedCheck(String connection, CheckTarget target) {
    String vendor() {
        return target.vendor();
    }
}
