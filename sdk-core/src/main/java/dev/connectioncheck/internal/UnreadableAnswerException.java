package dev.connectioncheck.internal;

/** Says why an answer can't be understood, as the end of a sentence that begins with "the answer". */
final class UnreadableAnswerException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnreadableAnswerException(String why) {
        super(why);
    }
}
