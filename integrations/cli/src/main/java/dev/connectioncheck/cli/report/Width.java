package dev.connectioncheck.cli.report;

/** Counts the columns that a text takes on a terminal, and cuts it to fit. */
public final class Width {
    /**
     * The blocks of Unicode whose characters terminals show in two columns: Chinese, Japanese, Korean, and pictures.
     */
    private static final int[][] WIDE = {
        {0x1100, 0x115F},
        {0x2E80, 0xA4CF},
        {0xAC00, 0xD7A3},
        {0xF900, 0xFAFF},
        {0xFE30, 0xFE6F},
        {0xFF00, 0xFF60},
        {0xFFE0, 0xFFE6},
        {0x1F300, 0x1FAFF},
        {0x20000, 0x3FFFD}
    };

    private Width() {}

    public static int of(String text) {
        return text.codePoints().map(Width::of).sum();
    }

    /** Returns the text, or its beginning and the mark if it is too wide. */
    public static String cut(String text, int columns, String mark) {
        if (of(text) <= columns) {
            return text;
        }
        int left = columns - of(mark);
        StringBuilder beginning = new StringBuilder();
        for (int codePoint : text.codePoints().toArray()) {
            left -= of(codePoint);
            if (left < 0) {
                break;
            }
            beginning.appendCodePoint(codePoint);
        }
        return columns < of(mark) ? "" : beginning.toString().stripTrailing() + mark;
    }

    static String pad(String text, int columns) {
        return text + " ".repeat(Math.max(0, columns - of(text)));
    }

    private static int of(int codePoint) {
        int type = Character.getType(codePoint);
        if (type == Character.NON_SPACING_MARK || type == Character.ENCLOSING_MARK || type == Character.FORMAT) {
            return 0;
        }
        return isWide(codePoint) ? 2 : 1;
    }

    private static boolean isWide(int codePoint) {
        for (int[] block : WIDE) {
            if (codePoint >= block[0] && codePoint <= block[1]) {
                return true;
            }
        }
        return false;
    }
}
