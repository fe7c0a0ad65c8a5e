package dev.connectioncheck;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;

/** Reads the order of the packages from the table in {@code docs/architecture.md}: lowest first. */
final class PackageTable {
    private static final Pattern ROW = Pattern.compile("(?m)^\\| `([a-z.]+)` \\|.*\\| (?:yes|no) \\|$");

    private PackageTable() {}

    static List<String> read(Path document) throws IOException {
        return ROW.matcher(Files.readString(document))
                .results()
                .map(PackageTable::fullName)
                .toList();
    }

    private static String fullName(MatchResult row) {
        String name = row.group(1);
        return name.equals("dev.connectioncheck") ? name : "dev.connectioncheck." + name;
    }
}
