package dev.connectioncheck.cli;

import java.util.List;
import java.util.regex.Pattern;

/** How well colours of text can be read, as WCAG 2 defines it. */
final class Contrast {
    private static final Pattern COLOUR = Pattern.compile("(?<!-)color: #([0-9a-f]{6})");

    private Contrast() {}

    /** The colours of text in a page. */
    static List<String> colours(String page) {
        return COLOUR.matcher(page).results().map(match -> match.group(1)).toList();
    }

    static double withWhite(String colour) {
        return 1.05 / (luminance(Integer.parseInt(colour, 16)) + 0.05);
    }

    private static double luminance(int colour) {
        return 0.2126 * linear(colour >> 16 & 0xFF)
                + 0.7152 * linear(colour >> 8 & 0xFF)
                + 0.0722 * linear(colour & 0xFF);
    }

    private static double linear(int channel) {
        double share = channel / 255.0;
        return share <= 0.03928 ? share / 12.92 : Math.pow((share + 0.055) / 1.055, 2.4);
    }
}
