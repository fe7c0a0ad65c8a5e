package dev.connectioncheck.config;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads <code>${NAME}</code>, <code>${NAME:-default}</code>, and a whole value <code>@file</code>; <code>$${</code> and
 * <code>@@</code> stand for themselves. What a variable or file holds is taken as it is, whatever it looks like.
 */
final class FilePlaceholders implements Placeholders {
    private static final Pattern INSIDE = Pattern.compile("([A-Za-z_][A-Za-z0-9_]*)(:-(.*))?", Pattern.DOTALL);
    private static final String NO_FILE = "@ must be followed by a file's name; write @@ for the text @.";
    private static final int LARGEST_FILE = 1 << 20;

    private final Function<String, @Nullable String> variables;
    private final Path directory;
    private final boolean unsetIsAWarning;
    private final Diagnostics found;

    FilePlaceholders(
            Function<String, @Nullable String> variables, Path directory, boolean unsetIsAWarning, Diagnostics found) {
        this.variables = variables;
        this.directory = directory;
        this.unsetIsAWarning = unsetIsAWarning;
        this.found = found;
    }

    @Override
    public Resolved resolve(Place place, String text) {
        if (text.startsWith("@@")) {
            return withVariables(place, text.substring(1));
        }
        if (text.startsWith("@")) {
            Resolved path = withVariables(place, text.substring(1));
            return path.isKnown() ? contentOf(place, path.text().strip()) : path;
        }
        return withVariables(place, text);
    }

    private Resolved withVariables(Place place, String text) {
        StringBuilder out = new StringBuilder();
        boolean isKnown = true;
        boolean isWrittenOut = !text.contains("${");
        int from = 0;
        for (int at = text.indexOf("${"); at >= 0; at = text.indexOf("${", from)) {
            boolean isEscaped = at > from && text.charAt(at - 1) == '$';
            out.append(text, from, isEscaped ? at - 1 : at);
            from = at + 2;
            if (isEscaped) {
                out.append("${");
                isWrittenOut = true;
                continue;
            }
            int end = text.indexOf('}', from);
            Resolved value = variable(place, end < 0 ? "" : text.substring(from, end));
            out.append(value.text());
            isKnown &= value.isKnown();
            isWrittenOut |= value.isWrittenOut();
            from = end < 0 ? text.length() : end + 1;
        }
        out.append(text, from, text.length());
        return isKnown ? new Resolved(out.toString(), true, isWrittenOut) : Resolved.unknown(text);
    }

    /** Resolves what stands between the braces; a variable without text counts as one that is not set. */
    private Resolved variable(Place place, String inside) {
        Matcher matcher = INSIDE.matcher(inside);
        if (!matcher.matches()) {
            found.mistake(
                    place, "${ must be followed by a variable's name and }, as in ${NAME}; write $${ for the text ${.");
            return Resolved.unknown("");
        }
        String value = variables.apply(matcher.group(1));
        if (value != null && !value.isEmpty()) {
            return new Resolved(value, true, false);
        }
        String otherwise = matcher.group(3);
        if (otherwise != null) {
            return new Resolved(otherwise, true, !otherwise.isEmpty());
        }
        unset(place, matcher.group(1), value != null);
        return Resolved.unknown("");
    }

    /** Reports that a variable is missing. */
    void unset(Place place, String name, boolean isEmpty) {
        String message = "The environment variable " + name + (isEmpty ? " is empty." : " is not set.");
        if (unsetIsAWarning) {
            found.warning(place, message);
        } else {
            found.mistake(place, message);
        }
    }

    private Resolved contentOf(Place place, String name) {
        if (name.isEmpty()) {
            found.mistake(place, NO_FILE);
            return Resolved.unknown("");
        }
        try {
            return new Resolved(withoutLastLineEnd(read(directory.resolve(name))), true, false);
        } catch (InvalidPathException e) {
            found.mistake(place, NO_FILE);
        } catch (NoSuchFileException e) {
            found.mistake(place, "The file " + name + " does not exist; write @@ for the text @.");
        } catch (CharacterCodingException e) {
            found.mistake(place, "The file " + name + " is not in UTF-8.");
        } catch (IOException e) {
            found.mistake(place, "The file " + name + " can't be read: " + whyNot(e) + ".");
        }
        return Resolved.unknown("");
    }

    static String whyNot(IOException e) {
        return e instanceof java.nio.file.AccessDeniedException ? "access is denied" : String.valueOf(e.getMessage());
    }

    private static String read(Path file) throws IOException {
        if (Files.isDirectory(file)) {
            throw new IOException("it is a directory");
        }
        try (InputStream in = Files.newInputStream(file)) {
            byte[] bytes = in.readNBytes(LARGEST_FILE + 1);
            if (bytes.length > LARGEST_FILE) {
                throw new IOException("it is larger than 1 MiB");
            }
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes))
                    .toString();
        }
    }

    private static String withoutLastLineEnd(String text) {
        int end = text.endsWith("\n") ? text.length() - 1 : text.length();
        return text.substring(0, end > 0 && end < text.length() && text.charAt(end - 1) == '\r' ? end - 1 : end);
    }
}
