package dev.connectioncheck.internal.text;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Collects the parts of a text that are to be masked. */
public final class Spans {
    public static final String MASK = "***";

    private long[] spans = new long[8];
    private int count;

    /** Adds the characters of a decoded text from one to another, which is not included. */
    public void add(DecodedText text, int start, int end) {
        if (start < end) {
            add(text.from(start), text.to(end - 1));
        }
    }

    private void add(int from, int to) {
        if (count == spans.length) {
            spans = Arrays.copyOf(spans, count * 2);
        }
        spans[count++] = ((long) from << 32) | to;
    }

    public boolean isEmpty() {
        return count == 0;
    }

    /** Returns the text with a mask for each part; parts that meet have one. What begins at the limit is left out. */
    public String mask(String text, int limit) {
        Arrays.sort(spans, 0, count);
        StringBuilder masked = new StringBuilder(Math.min(text.length(), limit));
        int shown = 0;
        for (int i = 0; i < count && from(i) < limit; i++) {
            if (from(i) > shown || i == 0) {
                masked.append(text, shown, from(i)).append(MASK);
            }
            shown = Math.max(shown, to(i));
        }
        return masked.append(text, Math.min(shown, limit), limit).toString();
    }

    /** Returns the parts themselves; those that meet are one. */
    public List<String> parts(String text) {
        Arrays.sort(spans, 0, count);
        List<String> parts = new ArrayList<>(count);
        int i = 0;
        while (i < count) {
            int from = from(i);
            int to = to(i++);
            while (i < count && from(i) <= to) {
                to = Math.max(to, to(i++));
            }
            parts.add(text.substring(from, to));
        }
        return parts;
    }

    private int from(int index) {
        return (int) (spans[index] >> 32);
    }

    private int to(int index) {
        return (int) spans[index];
    }
}
