package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.ConnectionCheckException;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Writes a report as GitHub's Markdown, for the summary of a job. */
final class Markdown {
    private static final Pattern SPECIAL = Pattern.compile("[\\\\`*_{}\\[\\]()#+!|~<>&@:-]");
    private static final Map<CheckStatus, String> SIGNS = Map.of(
            CheckStatus.FAILED, "❌",
            CheckStatus.ERROR, "⚠️",
            CheckStatus.INCONCLUSIVE, "❓",
            CheckStatus.SKIPPED, "⏭️",
            CheckStatus.PASSED, "✅");

    private Markdown() {}

    static String of(Run run) {
        StringBuilder text = new StringBuilder("### Connections: " + run.counts() + "\n\n");
        text.append("| Status | Connection | Time | Message |\n|---|---|--:|---|\n");
        run.worstFirst().forEach(outcome -> text.append(row(outcome)));
        run.report().errors().forEach(error -> text.append(row(error)));
        return text.append('\n').toString();
    }

    private static String row(CheckOutcome outcome) {
        String status = outcome.status().name().toLowerCase(Locale.ROOT);
        return row(
                SIGNS.get(outcome.status()) + " " + status,
                Words.name(outcome),
                Words.time(outcome),
                Words.message(outcome));
    }

    private static String row(ConnectionCheckException error) {
        return row(SIGNS.get(CheckStatus.ERROR) + " error", Words.name(error), "", String.valueOf(error.getMessage()));
    }

    private static String row(String status, String name, String time, String message) {
        return "| " + status + " | " + cell(name) + " | " + time + " | " + cell(message) + " |\n";
    }

    /** A text in one cell. Numbers stand for what means something in Markdown, so that nothing of it does. */
    private static String cell(String text) {
        String escaped = SPECIAL.matcher(Plain.lines(text).strip())
                .replaceAll(match -> "&#" + (int) match.group().charAt(0) + ";");
        return escaped.replace("\n", "<br>");
    }
}
