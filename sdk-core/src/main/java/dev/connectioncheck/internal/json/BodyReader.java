package dev.connectioncheck.internal.json;

import java.io.IOException;
import java.io.InputStream;

/** Reads a body while it comes, so that it need never be in memory as a whole. */
@FunctionalInterface
public interface BodyReader {
    /**
     * Reads to the end.
     *
     * @throws UnreadableAnswerException if it is not what was expected, or the stream failed
     * @throws IOException if the stream failed
     */
    Object read(InputStream body) throws IOException;
}
