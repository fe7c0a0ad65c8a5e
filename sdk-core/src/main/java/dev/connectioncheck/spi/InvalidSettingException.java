package dev.connectioncheck.spi;

import java.util.function.Supplier;

/** Says which key's value is missing or can't be used, and why; it never shows the value of a secret. */
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

    /** The key, or a path into it. */
    private final String key;

    /**
     * Makes an exception.
     *
     * @param key the key, such as {@code api-key}, or a path into it, such as {@code settings.port}
     * @param message what is wrong with its value and how to correct it, as a sentence
     */
    public InvalidSettingException(String key, String message) {
        super(message);
        this.key = key;
    }

    /**
     * Makes something of a key's value, and says which key it was if that can't be done.
     *
     * @param key the key whose value is used
     * @param work what uses it, such as a target's factory
     * @param <R> what is made
     * @return what the work returns
     * @throws InvalidSettingException if the work throws an {@link IllegalArgumentException}; with its message, which
     *     must show no secret
     */
    public static <R> R naming(String key, Supplier<R> work) {
        try {
            return work.get();
        } catch (InvalidSettingException e) {
            throw e;
        } catch (IllegalArgumentException e) {
            throw new InvalidSettingException(key, String.valueOf(e.getMessage()));
        }
    }

    /**
     * Returns the key whose value is missing or can't be used.
     *
     * @return the key, or a path into it
     */
    public String key() {
        return key;
    }
}
