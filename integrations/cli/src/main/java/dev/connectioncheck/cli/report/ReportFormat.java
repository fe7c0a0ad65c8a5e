package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.Connection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The forms of a report. */
public enum ReportFormat {
    /** Lines for people. */
    TABLE,
    /** The documented JSON. */
    JSON,
    /** JUnit's XML. */
    JUNIT,
    /** A page. */
    HTML,
    /** GitHub's Markdown. */
    GITHUB;

    /** The word that users write. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Writes a report; the screen concerns the table alone. */
    public String write(Run run, Screen screen) {
        return switch (this) {
            case TABLE -> table(run, screen);
            case JSON -> Json.of(run.report().toMap());
            case JUNIT -> JunitXml.of(run);
            case HTML -> HtmlPage.of(run);
            case GITHUB -> Markdown.of(run);
        };
    }

    private static String table(Run run, Screen screen) {
        Table table = new Table(screen, "STATUS", "CONNECTION", "TIME", "MESSAGE");
        for (CheckOutcome outcome : run.report().outcomes()) {
            table.add(outcome.status().name(), Words.name(outcome), Words.time(outcome), Words.message(outcome));
        }
        return table.write();
    }

    /** Writes connections as a table. */
    public static String table(List<Connection> connections, Screen screen) {
        Table table = new Table(screen, "VENDOR", "NAME", "ACCOUNT", "KIND", "ID", "TYPE", "LAST VERDICT", "CHECKABLE");
        for (Connection row : connections) {
            table.add(
                    row.vendor(),
                    row.name(),
                    row.account().orElse(""),
                    row.kind(),
                    row.id(),
                    row.type(),
                    row.lastVerdict()
                            .map(last -> last.verdict() + " at " + last.at())
                            .orElse(""),
                    row.notCheckable().map(why -> "no: " + why).orElse("yes"));
        }
        return table.write();
    }

    /** Writes the documented form of an inventory as JSON. */
    public static String json(Map<String, @Nullable Object> inventory) {
        return Json.of(inventory);
    }
}
