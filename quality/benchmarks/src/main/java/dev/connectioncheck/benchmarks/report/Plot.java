package dev.connectioncheck.benchmarks.report;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;

/** Draws points on two logarithmic axes, as SVG. */
public final class Plot {
    private static final int WIDTH = 720;
    private static final int HEIGHT = 420;
    private static final int MARGIN = 70;
    private static final String[] COLORS = {
        "#0b6e4f", "#c44536", "#3d5a80", "#b08900", "#6a4c93", "#777777", "#d1495b", "#1b998b"
    };

    private final String title;
    private final String across;
    private final String up;
    private final Map<String, Map<Double, Double>> lines = new LinkedHashMap<>();
    private double left = Double.MAX_VALUE;
    private double right;
    private double bottom = Double.MAX_VALUE;
    private double top;

    /**
     * Begins a plot.
     *
     * @param title what it shows
     * @param across what goes from left to right
     * @param up what goes from bottom to top
     */
    public Plot(String title, String across, String up) {
        this.title = title;
        this.across = across;
        this.up = up;
    }

    /**
     * Adds a line, or a single point.
     *
     * @param name what it is
     * @param points its points; positive, in order from left to right
     * @return this plot
     */
    public Plot line(String name, Map<? extends Number, Double> points) {
        Map<Double, Double> line = new LinkedHashMap<>();
        points.forEach((x, y) -> {
            line.put(x.doubleValue(), y);
            left = Math.min(left, x.doubleValue());
            right = Math.max(right, x.doubleValue());
            bottom = Math.min(bottom, y);
            top = Math.max(top, y);
        });
        lines.put(name, line);
        return this;
    }

    /**
     * Draws what was added.
     *
     * @return an SVG document
     */
    public String svg() {
        StringBuilder svg = new StringBuilder(String.format(
                Locale.ROOT,
                "<svg xmlns=\"http://www.w3.org/2000/svg\" viewBox=\"0 0 %d %d\" font-family=\"sans-serif\" font-size=\"13\">%n"
                        + "<rect width=\"100%%\" height=\"100%%\" fill=\"white\"/>%n",
                WIDTH,
                HEIGHT));
        svg.append(text(WIDTH / 2.0, 24, "middle", title)).append(text(WIDTH / 2.0, HEIGHT - 14, "middle", across));
        svg.append(String.format(
                Locale.ROOT,
                "<text transform=\"translate(16 %d) rotate(-90)\" text-anchor=\"middle\">%s</text>%n",
                HEIGHT / 2,
                up));
        for (double value = decadeBelow(left); value <= decadeAbove(right) * 1.001; value *= 10) {
            svg.append(grid(x(value), MARGIN, x(value), HEIGHT - MARGIN))
                    .append(text(x(value), HEIGHT - MARGIN + 18, "middle", label(value)));
        }
        for (double value = decadeBelow(bottom); value <= decadeAbove(top) * 1.001; value *= 10) {
            svg.append(grid(MARGIN, y(value), WIDTH - MARGIN, y(value)))
                    .append(text(MARGIN - 6, y(value) + 4, "end", label(value)));
        }
        int color = 0;
        for (Map.Entry<String, Map<Double, Double>> line : lines.entrySet()) {
            svg.append(drawn(line.getKey(), line.getValue(), COLORS[color++ % COLORS.length]));
        }
        return svg.append("</svg>\n").toString();
    }

    private String drawn(String name, Map<Double, Double> points, String color) {
        StringBuilder drawn = new StringBuilder();
        StringBuilder path = new StringBuilder();
        double[] last = new double[2];
        points.forEach((across, up) -> {
            last[0] = x(across);
            last[1] = y(up);
            path.append(String.format(Locale.ROOT, "%s%.1f %.1f", path.isEmpty() ? "M" : " L", last[0], last[1]));
            drawn.append(String.format(
                    Locale.ROOT, "<circle cx=\"%.1f\" cy=\"%.1f\" r=\"4\" fill=\"%s\"/>%n", last[0], last[1], color));
        });
        drawn.append(String.format(
                Locale.ROOT, "<path d=\"%s\" fill=\"none\" stroke=\"%s\" stroke-width=\"2\"/>%n", path, color));
        boolean atEdge = last[0] > WIDTH - 2.5 * MARGIN;
        return drawn.append(text(last[0] + (atEdge ? -8 : 8), last[1] - 8, atEdge ? "end" : "start", name))
                .toString();
    }

    private double x(double value) {
        return at(value, decadeBelow(left), decadeAbove(right), MARGIN, WIDTH - MARGIN);
    }

    private double y(double value) {
        return at(value, decadeBelow(bottom), decadeAbove(top), HEIGHT - MARGIN, MARGIN);
    }

    private static double at(double value, double low, double high, double from, double to) {
        return from + (to - from) * (Math.log10(value) - Math.log10(low)) / (Math.log10(high) - Math.log10(low));
    }

    private static double decadeBelow(double value) {
        return Math.pow(10, Math.floor(Math.log10(value)));
    }

    private static double decadeAbove(double value) {
        return Math.pow(10, Math.floor(Math.log10(value) + 1e-9) + (isDecade(value) ? 0 : 1));
    }

    private static boolean isDecade(double value) {
        double exponent = Math.log10(value);
        return Math.abs(exponent - Math.rint(exponent)) < 1e-9;
    }

    private static String label(double value) {
        return value >= 1 ? String.format(Locale.ROOT, "%,.0f", value) : Double.toString(value);
    }

    private static String grid(double fromX, double fromY, double toX, double toY) {
        return String.format(
                Locale.ROOT,
                "<line x1=\"%.1f\" y1=\"%.1f\" x2=\"%.1f\" y2=\"%.1f\" stroke=\"#ddd\"/>%n",
                fromX,
                fromY,
                toX,
                toY);
    }

    private static String text(double x, double y, String anchor, String words) {
        return String.format(
                Locale.ROOT, "<text x=\"%.1f\" y=\"%.1f\" text-anchor=\"%s\">%s</text>%n", x, y, anchor, words);
    }
}
