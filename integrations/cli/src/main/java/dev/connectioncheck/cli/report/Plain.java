package dev.connectioncheck.cli.report;

/** Takes out of vendors' words what could rule a terminal, or break a document. */
public final class Plain {
    private Plain() {}

    /** Makes one line of a text; what is not shown goes. */
    public static String line(String text) {
        return lines(text).replaceAll("\\s+", " ").strip();
    }

    /**
     * Keeps lines and what is shown in them. Control characters go, escape sequences with them, and what turns the
     * direction of writing, behind which a text can hide; and what no XML may hold.
     */
    static String lines(String text) {
        StringBuilder plain = new StringBuilder(text.length());
        text.codePoints().map(Plain::asLineBreak).filter(Plain::isShown).forEach(plain::appendCodePoint);
        return plain.toString();
    }

    private static int asLineBreak(int codePoint) {
        return codePoint == '\r' || codePoint == 0x85 || codePoint == 0x2028 || codePoint == 0x2029 ? '\n' : codePoint;
    }

    private static boolean isShown(int codePoint) {
        return codePoint == '\n' || codePoint == '\t' || !(isControl(codePoint) || isNoCharacter(codePoint));
    }

    private static boolean isControl(int codePoint) {
        return Character.isISOControl(codePoint)
                || (codePoint >= 0x202A && codePoint <= 0x202E)
                || (codePoint >= 0x2066 && codePoint <= 0x2069);
    }

    private static boolean isNoCharacter(int codePoint) {
        return (codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE)
                || (codePoint & 0xFFFE) == 0xFFFE;
    }
}
