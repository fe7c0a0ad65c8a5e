package dev.connectioncheck.sandbox.contract;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.ObjectOutputStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Marks secrets, so that they are found wherever they turn up, in any form: literally, in base64, in hexadecimal.
 *
 * <p>Log events of all threads are heard by the class itself, since nothing says which check an event belongs to.
 */
public final class Canary {
    private static final String MARK = "CANARY";
    private static final List<String> FORMS = forms();
    private static final Queue<String> LEAKS = new ConcurrentLinkedQueue<>();
    private static final AtomicLong EVENTS = new AtomicLong();

    private Canary() {}

    /**
     * Makes a secret that no other has.
     *
     * @param what one word that tells, in a failure, which secret leaked
     * @return letters and digits, the mark among them
     */
    public static String secret(String what) {
        return MARK + what + Long.toHexString(ThreadLocalRandom.current().nextLong() | Long.MIN_VALUE);
    }

    /**
     * Tells whether a text shows a marked secret.
     *
     * @param text any text
     * @return true if the mark is in it in any form
     */
    public static boolean isIn(String text) {
        return FORMS.stream().anyMatch(text::contains);
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
     * Lists the log events that showed a secret.
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

    private static List<String> forms() {
        byte[] mark = MARK.getBytes(StandardCharsets.US_ASCII);
        String hex = HexFormat.of().formatHex(mark);
        // Six bytes are eight digits; the digits at the edges hang on what stands beside.
        return List.of(
                MARK,
                hex,
                Base64.getEncoder().encodeToString(mark),
                shifted("."),
                shifted(".."),
                MARK.toLowerCase(java.util.Locale.ROOT));
    }

    private static String shifted(String before) {
        String digits = Base64.getEncoder().encodeToString((before + MARK).getBytes(StandardCharsets.US_ASCII));
        return digits.substring(before.length() + 1, 7 + before.length());
    }
}
