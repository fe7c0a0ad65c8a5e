package dev.connectioncheck.sandbox;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * A database that has no tables: it answers what needs none, {@code select 1 as ok}, and complains of all else in the
 * words of PostgreSQL.
 */
final class SquaredQuery {
    private static final Pattern LIMITED = Pattern.compile("LIMIT \\s*\\d+\\s*$", Pattern.CASE_INSENSITIVE);
    private static final Pattern SELECT =
            Pattern.compile("\\s*select\\s+(.+?)(\\s+from\\s+(\\S+).*)?\\s+limit\\s+(\\S+)\\s*", flags());
    private static final Pattern COLUMN = Pattern.compile(
            "\\s*(?:(-?\\d+(?:\\.\\d+)?)|'([^']*)'|(null))(?:\\s+(?:as\\s+)?\"?(\\w+)\"?)?\\s*", flags());

    private SquaredQuery() {}

    static Answer answer(String query, String limit) {
        String bare = query.endsWith(";") ? query.substring(0, query.length() - 1) : query;
        String sent = LIMITED.matcher(bare).find() ? bare : bare + " LIMIT " + limit;
        Matcher select = SELECT.matcher(sent);
        if (!select.matches()) {
            return complaint("syntax error at or near \"LIMIT\"", sent, sent.lastIndexOf("LIMIT"));
        }
        String table = select.group(3);
        if (table != null && !table.equalsIgnoreCase("dual")) {
            return complaint("relation \"" + table + "\" does not exist", sent, select.start(3));
        }
        if (!select.group(4).matches("\\d+")) {
            return complaint("column \"" + select.group(4) + "\" does not exist", sent, select.start(4));
        }
        return row(select.group(1))
                .map(row -> Answer.json(
                        200, Map.of("data", select.group(4).matches("0+") ? new Object[0] : new Object[] {row})))
                .orElseGet(() -> complaint("syntax error", sent, select.start(1)));
    }

    /** Values are texts or null, and of several columns of one name the last stays. */
    private static Optional<Map<String, @Nullable String>> row(String columns) {
        Map<String, @Nullable String> row = new LinkedHashMap<>();
        for (String text : columns.split(",", -1)) {
            Matcher column = COLUMN.matcher(text);
            if (!column.matches()) {
                return Optional.empty();
            }
            String name = column.group(4);
            row.put(name == null ? "?column?" : name, column.group(1) == null ? column.group(2) : column.group(1));
        }
        return Optional.of(row);
    }

    private static Answer complaint(String what, String query, int position) {
        String line = "LINE 1: " + query;
        return SquaredErrors.error(
                422, "ERROR:  " + what + "\n" + line + "\n" + " ".repeat("LINE 1: ".length() + position) + "^\n");
    }

    private static int flags() {
        return Pattern.CASE_INSENSITIVE | Pattern.DOTALL;
    }
}
