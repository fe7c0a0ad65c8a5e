package dev.connectioncheck.spi;

/** Says which key's value is missing or can't be used, and why; it never shows the value of a secret. */
public final class InvalidSettingException extends IllegalArgumentException {
    private static final long serialVersionUID = 1L;

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
     * Returns the key whose value is missing or can't be used.
     *
     * @return the key, or a path into it
     */
    public String key() {
        return key;
    }
}
