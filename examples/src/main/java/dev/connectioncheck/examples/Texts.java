package dev.connectioncheck.examples;

import java.time.Duration;
import java.util.Locale;

/** Brings values to a form for the screen. */
final class Texts {
    private Texts() {}

    /** Writes a text in one line, cut to a length; control characters, with which a text could rule a terminal, go. */
    static String shortened(String text, int length) {
        String line = text.replaceAll("[\\s\\p{Cntrl}]+", " ").strip();
        return line.length() <= length ? line : line.substring(0, length - 1) + "…";
    }

    static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.1f s", time.toMillis() / 1000.0);
    }
}
