package dev.connectioncheck.sandbox.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Marks secrets, so that they are found wherever they turn up, in whatever form: literally, in hexadecimal, in base64
 * (once or twice encoded, at any place, wrapped into lines), percent-encoded, or escaped as in JSON, HTML and Java.
 *
 * <p>Log events of all threads are heard by the class itself, since nothing says which check an event belongs to.
 * Thread-safe.
 */
public final class Canary {
    /** With a digit, so that no class or host happens to be called so. */
    private static final String MARK = "CANARY9";

    private static final SecretForms FORMS = new SecretForms(MARK);
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final AtomicLong EVENTS = new AtomicLong();

    private Canary() {}

    /**
     * Makes a secret that no other has. Its first and its last letters are the mark, so that one is found too of which
     * a part is shown.
     *
     * @param what one word that tells, in a failure, which secret leaked
     * @return letters and digits
     */
    public static String secret(String what) {
        return MARK + what + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE) + MARK;
    }

    /**
     * Tells whether a text shows a marked secret.
     *
     * @param text any text
     * @return true if the mark is in it in any form
     */
    public static boolean isIn(String text) {
        return FORMS.areIn(text);
    }

    /**
     * Hears a log event.
     *
     * @param source the logger's name
     * @param text everything that the event says
     */
    public static void hear(String source, String text) {
        EVENTS.incrementAndGet();
        if (isIn(text)) {
            LEAKS.add(source + ": " + text);
        }
    }

    /**
     * Counts the log events heard so far, so that a test can tell that it listened.
     *
     * @return the number of calls of {@link #hear}
     */
    public static long events() {
        return EVENTS.get();
    }

    /**
     * Lists the log events that showed a secret, in the order in which they were heard.
     *
     * @return a copy
     */
    public static List<String> leaks() {
        return List.copyOf(LEAKS);
    }

    /** Everything that an exception shows: messages, causes, suppressed ones, stack traces, its serialized form. */
    static String textOf(Throwable thrown) {
        StringWriter text = new StringWriter();
        thrown.printStackTrace(new PrintWriter(text));
        return text + "\n" + serialized(thrown);
    }

    private static String serialized(Throwable thrown) {
        try (ByteArrayOutputStream bytes = new ByteArrayOutputStream();
                ObjectOutputStream out = new ObjectOutputStream(bytes)) {
            out.writeObject(thrown);
            out.flush();
            return bytes.toString(StandardCharsets.ISO_8859_1);
        } catch (IOException e) {
            throw new AssertionError("An exception can't be serialized: " + thrown.getClass(), e);
        }
    }
}
