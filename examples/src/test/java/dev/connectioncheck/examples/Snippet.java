package dev.connectioncheck.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A block of Java or XML in a document, and where it comes from.
 *
 * <p>The line before the block names its source, {@code <!-- snippet: file#region region -->}; in the file, a line with
 * {@code tag::region} and one with {@code end::region} enclose each region. Indentation that all lines share does not
 * count.
 */
record Snippet(Path root, Path document, String sourceName, String text) {
    private static final Pattern BLOCK = Pattern.compile(
            "(?:^<!-- snippet: (.*?) -->\\n)?^```(?:java|xml)\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL);

    static Stream<Snippet> allIn(Path root, Path document) {
        return BLOCK.matcher(Markdown.read(document))
                .results()
                .map(block -> new Snippet(root, document, sourceOf(document, block), block.group(2)));
    }

    private static String sourceOf(Path document, MatchResult block) {
        @Nullable String source = block.group(1);
        assertThat(source)
                .as("%s has a block without a source: %s", document, block.group(2))
                .isNotNull();
        return String.valueOf(source);
    }

    /** What the source says now. */
    String source() {
        String[] name = sourceName.split("#", 2);
        String file = Markdown.read(root.resolve(name[0]));
        return Stream.of(name[1].split(" ")).map(region -> region(file, region)).collect(Collectors.joining("\n"));
    }

    static String region(String file, String name) {
        List<String> lines = file.lines()
                .dropWhile(line -> !line.contains("tag::" + name))
                .skip(1)
                .takeWhile(line -> !line.contains("end::" + name))
                .toList();
        return String.join("\n", lines).stripIndent() + "\n";
    }

    @Override
    public String toString() {
        return root.relativize(document) + ": " + sourceName;
    }
}
