package dev.connectioncheck.benchmarks.report;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Writes {@code docs/performance.md} and its plots. */
public final class Page {
    /** What takes every figure anew, in one line. */
    static final String COMMAND = "mvn -q -B -P benchmarks -pl quality/benchmarks -am -Dmaven.test.skip package"
            + " && java -jar quality/benchmarks/target/benchmarks.jar";

    private static final String ROW = "| %s | %s | %s | %s | %s | %s |%n";

    private final Path docs;
    private final StringBuilder text = new StringBuilder();

    /**
     * Begins the page.
     *
     * @param docs the folder that holds it
     */
    public Page(Path docs) {
        this.docs = docs;
        paragraph("# Performance");
        paragraph("""
                What the SDK costs beside what its users would pick instead. This page is written by the run; only the
                account of changes at its end is kept by hand (`quality/benchmarks/changes.md`).""");
        paragraph("Run on " + LocalDate.now(ZoneOffset.UTC) + " on " + Machine.inWords() + ", with");
        paragraph("```sh\n" + COMMAND + "\n```");
        paragraph("""
                Ratios are paired: contenders, each in a process of its own, take turns within one run. A round is the
                median of several turns, a ratio the median of all rounds, and the range after it holds the middle half
                of them.""");
    }

    /**
     * Adds the table of figures.
     *
     * @param figures the lines
     * @return this page
     */
    public Page table(List<Figure> figures) {
        text.append("## Figures\n\n");
        text.append(String.format(ROW, "figure", "ours", "peers", "ratio", "goal", "verdict"));
        text.append("|---|---|---|---|---|---|\n");
        figures.forEach(figure -> text.append(String.format(
                Locale.ROOT,
                ROW,
                figure.name(),
                figure.oursInWords(),
                figure.peersInWords(),
                figure.ratio(),
                figure.goal(),
                figure.verdict())));
        text.append('\n');
        return this;
    }

    /**
     * Adds a plot as a file of its own.
     *
     * @param name the file's name without its ending
     * @param plot the plot
     * @return this page
     * @throws IOException if it can't be written
     */
    public Page plot(String name, Plot plot) throws IOException {
        Files.createDirectories(docs.resolve("performance"));
        Files.writeString(docs.resolve("performance").resolve(name + ".svg"), plot.svg());
        return paragraph("![" + name.replace('-', ' ') + "](performance/" + name + ".svg)");
    }

    /**
     * Adds text.
     *
     * @param words Markdown
     * @return this page
     */
    public Page paragraph(String words) {
        text.append(words.strip()).append("\n\n");
        return this;
    }

    /**
     * Adds what two measurements say at each size.
     *
     * @param rates checks a second
     * @param heaps bytes per waiting check
     * @return this page
     */
    public Page growth(Map<Integer, Double> rates, Map<Integer, Double> heaps) {
        text.append("| checks at once | checks a second | heap per waiting check |\n|---|---|---|\n");
        rates.forEach((checks, rate) -> text.append(String.format(
                Locale.ROOT, "| %,d | %,.0f | %,.0f bytes |%n", checks, rate, Measured.of(heaps, checks))));
        text.append('\n');
        return this;
    }

    /**
     * Writes the page.
     *
     * @throws IOException if it can't be written
     */
    public void write() throws IOException {
        Files.writeString(docs.resolve("performance.md"), text.toString().strip() + "\n");
    }
}
