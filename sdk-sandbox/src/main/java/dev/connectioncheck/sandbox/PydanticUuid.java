package dev.connectioncheck.sandbox;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads ids in every form that Pydantic 2 takes: 32 digits, with hyphens, in braces, as a URN; and complains of others
 * in its words, which are those of the Rust library beneath it.
 */
final class PydanticUuid {
    private static final Pattern SIMPLE = Pattern.compile("[0-9a-fA-F]{32}");
    private static final String HYPHENS =
            "([0-9a-fA-F]{8})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{4})-([0-9a-fA-F]{12})";
    private static final Pattern HYPHENATED = Pattern.compile(HYPHENS + "|\\{" + HYPHENS + "}|urn:uuid:" + HYPHENS);
    private static final Pattern STRANGE = Pattern.compile("[^0-9a-fA-F-]");
    private static final String URN = "urn:uuid:";
    private static final List<Integer> LENGTHS = List.of(8, 4, 4, 4, 12);

    private PydanticUuid() {}

    /**
     * Reads an id.
     *
     * @throws IllegalArgumentException if it is none; the message is Pydantic's
     */
    static UUID parse(String text) {
        if (SIMPLE.matcher(text).matches()) {
            return UUID.fromString(text.replaceFirst("(.{8})(.{4})(.{4})(.{4})(.{12})", "$1-$2-$3-$4-$5"));
        }
        if (HYPHENATED.matcher(text).matches()) {
            return UUID.fromString(text.replace(URN, "").replaceAll("[{}]", ""));
        }
        throw new IllegalArgumentException(complaint(text));
    }

    private static String complaint(String text) {
        boolean braces = text.length() > 1 && text.startsWith("{") && text.endsWith("}");
        boolean urn = text.startsWith(URN);
        int offset = urn ? URN.length() : braces ? 1 : 0;
        String inner = text.substring(offset, braces ? text.length() - 1 : text.length());
        Matcher strange = STRANGE.matcher(inner);
        if (strange.find()) {
            return "invalid character: expected an optional prefix of `urn:uuid:` followed by [0-9a-fA-F-], found `"
                    + Character.toString(inner.codePointAt(strange.start())) + "` at "
                    + (bytes(inner.substring(0, strange.start())) + offset + 1);
        }
        List<String> groups = List.of(inner.split("-", -1));
        if (groups.size() == 1 && offset == 0) {
            return "invalid length: expected length 32 for simple format, found " + bytes(text);
        }
        return groups.size() == LENGTHS.size()
                ? wrongLength(groups, bytes(text))
                : "invalid group count: expected 5, found " + groups.size();
    }

    /** The last group is measured from where it should begin to the end of the text, braces and prefix included. */
    private static String wrongLength(List<String> groups, int length) {
        List<Integer> found =
                new ArrayList<>(groups.stream().map(String::length).toList());
        found.set(4, length - 24);
        int group = 0;
        while (group < 4 && found.get(group).equals(LENGTHS.get(group))) {
            group++;
        }
        return "invalid group length in group " + group + ": expected " + LENGTHS.get(group) + ", found "
                + found.get(group);
    }

    private static int bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8).length;
    }
}
