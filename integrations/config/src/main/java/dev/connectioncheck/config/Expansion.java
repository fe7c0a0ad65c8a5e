package dev.connectioncheck.config;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Puts what clients list in the place of the entries that stand for all of it. Used once. */
final class Expansion {
    private final List<Connection> rows;
    private final Map<String, Integer> uses = new HashMap<>();

    private Expansion(List<Connection> rows) {
        this.rows = rows;
    }

    static List<NamedConnection> of(List<NamedConnection> chosen, List<Connection> rows) {
        return new Expansion(rows).expand(chosen);
    }

    private List<NamedConnection> expand(List<NamedConnection> chosen) {
        chosen.forEach(this::count);
        List<NamedConnection> expanded = new ArrayList<>();
        for (NamedConnection connection : chosen) {
            if (connection.standsForAll()) {
                rowsOf(connection).forEach(row -> expanded.add(part(connection, row)));
            } else {
                expanded.add(connection);
            }
        }
        return expanded;
    }

    private void count(NamedConnection connection) {
        if (connection.standsForAll()) {
            rowsOf(connection).forEach(row -> uses.merge(name(connection, row), 1, Integer::sum));
        } else {
            uses.merge(connection.name(), 1, Integer::sum);
        }
    }

    private List<Connection> rowsOf(NamedConnection entry) {
        return rows.stream()
                .filter(row ->
                        row.vendor().equals(entry.vendor()) && row.account().equals(entry.account()))
                .toList();
    }

    private NamedConnection part(NamedConnection entry, Connection row) {
        String plain = name(entry, row);
        boolean isUnique = !row.name().isBlank() && uses.getOrDefault(plain, 0) == 1;
        String name = isUnique ? plain : plain + "#" + row.id();
        NamedConnection.Builder part = entry.part(name);
        row.target().ifPresentOrElse(target -> part.target(target.named(name)), () -> part.skipped(skipped(row, name)));
        return part.build();
    }

    private static String name(NamedConnection entry, Connection row) {
        return entry.name() + "/" + row.name();
    }

    private static CheckOutcome skipped(Connection row, String name) {
        CheckTarget target = new ListedTarget(row).named(name);
        return CheckOutcome.skipped(target, row.notCheckable().orElse(""));
    }
}
