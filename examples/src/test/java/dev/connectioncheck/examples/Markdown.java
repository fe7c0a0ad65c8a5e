package dev.connectioncheck.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;

/** Finds things in Markdown. */
final class Markdown {
    private static final Pattern LINK = Pattern.compile("]\\((?!https?:|#)([^)#]+)[^)]*\\)");

    private Markdown() {}

    static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The contents of the code blocks of a language, each with a line break at its end. */
    static List<String> blocks(String text, String language) {
        return Pattern.compile("^```" + language + "\\n(.*?)^```$", Pattern.MULTILINE | Pattern.DOTALL)
                .matcher(text)
                .results()
                .map(match -> match.group(1))
                .toList();
    }

    /** The links that do not lead to other sites, without what follows a hash. */
    static List<String> links(String text) {
        return LINK.matcher(text).results().map(match -> match.group(1)).toList();
    }
}
