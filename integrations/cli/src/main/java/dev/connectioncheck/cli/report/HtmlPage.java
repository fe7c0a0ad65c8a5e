package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import java.time.Duration;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * Writes a report as one page that needs nothing else: no script, no font, no picture from elsewhere. It is XML too.
 * Colours only repeat what words say.
 */
final class HtmlPage {
    /** No {@code >} in it, which the writer would escape. */
    private static final String STYLE = """
            body { font: 1rem/1.5 system-ui, sans-serif; color: #1a1a1a; background: #ffffff; margin: 2rem auto; \
            max-width: 72rem; padding: 0 1rem; }
            ul.counts { list-style: none; padding: 0; display: flex; flex-wrap: wrap; gap: .5rem 2rem; }
            ul.counts strong { font-size: 1.75rem; }
            table { border-collapse: collapse; width: 100%; }
            caption { text-align: left; padding: .5rem 0; }
            th, td { text-align: left; vertical-align: top; padding: .5rem; border-bottom: 1px solid #767676; }
            td, tbody th { overflow-wrap: anywhere; }
            td.time { white-space: nowrap; }
            td p, td ul { margin: 0; }
            svg { display: block; fill: #4a6fa5; }
            .failed { color: #a4001d; font-weight: bold; }
            .error { color: #7a4100; font-weight: bold; }
            .inconclusive { color: #6b4e00; font-weight: bold; }
            .skipped { color: #555555; font-weight: bold; }
            .passed { color: #0a5c28; font-weight: bold; }
            """;

    private static final int BAR = 120;

    private final Xml xml = new Xml();
    private final Run run;
    private final Duration slowest;

    private HtmlPage(Run run) {
        this.run = run;
        this.slowest = run.report().outcomes().stream()
                .map(Words::elapsed)
                .max(Duration::compareTo)
                .orElse(Duration.ZERO);
    }

    static String of(Run run) {
        return new HtmlPage(run).write();
    }

    private String write() {
        xml.raw("<!DOCTYPE html>\n");
        xml.begin("html", Map.of("lang", "en")).line();
        head();
        xml.begin("body").line().begin("main").line();
        xml.element("h1", "Connections: " + run.counts()).line();
        xml.element(
                        "p",
                        "Checked at " + run.began().truncatedTo(ChronoUnit.SECONDS) + ", in "
                                + Words.seconds(run.elapsed()) + ".")
                .line();
        counts();
        table();
        unlisted();
        return xml.end().line().end().line().end().line().finish();
    }

    private void head() {
        xml.begin("head").line();
        xml.empty("meta", Map.of("charset", "utf-8")).line();
        xml.empty("meta", attributes("name", "viewport", "content", "width=device-width, initial-scale=1"))
                .line();
        String policy = "default-src 'none'; style-src 'unsafe-inline'";
        xml.empty("meta", attributes("http-equiv", "Content-Security-Policy", "content", policy))
                .line();
        xml.element("title", "Connections: " + run.counts()).line();
        xml.element("style", STYLE).line().end().line();
    }

    private void counts() {
        xml.begin("ul", Map.of("class", "counts")).line();
        for (CheckStatus status : Run.WORST_FIRST) {
            xml.begin("li").element("strong", Integer.toString(run.report().count(status)));
            xml.text(" ")
                    .element("span", Map.of("class", word(status)), word(status))
                    .end()
                    .line();
        }
        xml.end().line();
    }

    private void table() {
        xml.begin("table")
                .line()
                .element("caption", "What is broken comes first.")
                .line();
        xml.begin("thead").begin("tr");
        for (String column : List.of("Connection", "Status", "Time", "Message")) {
            xml.element("th", Map.of("scope", "col"), column);
        }
        xml.end().end().line().begin("tbody").line();
        run.worstFirst().forEach(this::row);
        xml.end().line().end().line();
    }

    private void row(CheckOutcome outcome) {
        xml.begin("tr")
                .begin("th", Map.of("scope", "row"))
                .text(Words.name(outcome))
                .end();
        xml.begin("td")
                .element("span", Map.of("class", word(outcome.status())), word(outcome.status()))
                .end();
        xml.begin("td", Map.of("class", "time")).text(Words.time(outcome));
        bar(Words.elapsed(outcome));
        xml.end().begin("td").element("p", Words.message(outcome));
        List<String> steps = Words.steps(outcome);
        if (!steps.isEmpty()) {
            xml.begin("ul");
            steps.forEach(step -> xml.element("li", step));
            xml.end();
        }
        xml.end().end().line();
    }

    /** Draws the time beside that of the slowest check; the number before it says the same to who can't see it. */
    private void bar(Duration time) {
        if (time.isZero()) {
            return;
        }
        long width = Math.max(1, Math.round(BAR * (double) time.toNanos() / slowest.toNanos()));
        xml.begin("svg", attributes("width", Integer.toString(BAR), "height", "8", "aria-hidden", "true"));
        xml.begin("rect", attributes("width", Long.toString(width), "height", "8"))
                .end()
                .end();
    }

    private void unlisted() {
        if (run.report().errors().isEmpty()) {
            return;
        }
        xml.element("h2", "Could not be listed").line().begin("ul").line();
        run.report()
                .errors()
                .forEach(error -> xml.element("li", Words.name(error) + ": " + error.getMessage())
                        .line());
        xml.end().line();
    }

    private static String word(CheckStatus status) {
        return status.name().toLowerCase(Locale.ROOT);
    }

    private static Map<String, String> attributes(String... pairs) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            attributes.put(pairs[i], pairs[i + 1]);
        }
        return attributes;
    }
}
