package dev.connectioncheck.cli.report;

/**
 * What a table is shown on.
 *
 * @param columns where lines are cut; {@link Integer#MAX_VALUE} where nothing is
 * @param colours whether statuses have colours
 * @param mark what stands at the end of a text that was cut
 */
public record Screen(int columns, boolean colours, String mark) {
    /** A pipe or a file. */
    public static final Screen NONE = new Screen(Integer.MAX_VALUE, false, "");

    /** Returns a status with its colour. */
    String painted(String status) {
        if (!colours) {
            return status;
        }
        String colour = switch (status) {
            case "PASSED" -> "32";
            case "FAILED" -> "31";
            case "ERROR", "INCONCLUSIVE" -> "33";
            default -> "";
        };
        return colour.isEmpty() ? status : "\u001b[" + colour + "m" + status + "\u001b[0m";
    }
}
