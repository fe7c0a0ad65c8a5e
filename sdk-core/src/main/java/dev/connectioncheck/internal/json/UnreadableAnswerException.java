package dev.connectioncheck.internal.json;

/** Says why an answer can't be understood, as the end of a sentence that begins with "the answer". */
public final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    public UnreadableAnswerException(String why) {
        super(why);
    }
}
