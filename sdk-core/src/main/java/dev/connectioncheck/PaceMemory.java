package dev.connectioncheck;

import java.util.Optional;

/**
 * Keeps, beyond one process, how long the checks of connections took, so that they are polled when a verdict is likely.
 *
 * <p>A {@link ConnectionChecker} remembers in memory by itself; implement this to keep it in a table or a file of your
 * own, as pairs of texts. Neither text holds a secret or a setting. The key names vendor, account, kind and id alone,
 * {@code vendor/account/kind/id} with {@code %} and {@code /} in each part encoded as in URLs, and an empty account for
 * the vendor's unnamed client; a key without {@code /id} stands for all connections of a kind. The other text is of
 * some 30 characters, and to be handed back as it is; a later release reads what an earlier one wrote. What can't be
 * read is ignored, and a wrong text harms little: it moves polls, within the bounds of pacing.
 *
 * <p>Both methods are called on the checker's {@link ConnectionChecker.Builder#executor executor}, by several threads
 * at once, while the check goes on: an answer that comes late counts from then on. If 64 calls hang, further ones are
 * left out until one returns. What they throw is logged (its class alone) and changes nothing. They are not called for
 * vendors that answer inline.
 */
public interface PaceMemory {
    /**
     * Returns what was last remembered under a key.
     *
     * @param key names a connection, or all of a kind
     * @return the text; empty if there is none
     */
    Optional<String> recall(String key);

    /**
     * Keeps a text in place of an earlier one; what is no longer recalled may be forgotten at any time.
     *
     * @param key names a connection, or all of a kind
     * @param pace the text
     */
    void remember(String key, String pace);
}
