package dev.connectioncheck.specs;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Holds the modules apart: the core knows no vendor, and no vendor knows another, in code, comment or dependency. */
class VendorsApartTest {
    private static final Path ROOT = Path.of("..").toAbsolutePath().normalize();

    private static final Set<String> VENDORS = Set.of("squared", "unstructured", "datafold", "artie");

    /** A name inside a word, such as UnstructuredTarget, counts; "parties" does not. */
    private static final Pattern NAME = Pattern.compile("(?i)squared|unstructured|datafold|(?<![a-z])artie");

    @Test
    void theCoreNamesNoVendor() throws IOException {
        assertThat(namesIn("sdk-core", Set.of())).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "unstructured", "datafold", "artie"})
    void aVendorsModuleNamesNoOtherVendor(String vendor) throws IOException {
        assertThat(namesIn("sdk-" + vendor, Set.of(vendor))).isEmpty();
        assertThat(namesIn("sdk-" + vendor, Set.of())).isNotEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"squared", "unstructured", "datafold", "artie"})
    void aVendorsSpecNamesNoOtherVendor(String vendor) throws IOException {
        Path spec = ROOT.resolve("specs").resolve(vendor + ".yaml");
        assertThat(namesIn(spec, Set.of(vendor))).isEmpty();
    }

    @Test
    void everyVendorHasAModuleAndASpec() throws IOException {
        try (Stream<Path> specs = Files.list(ROOT.resolve("specs"))) {
            assertThat(specs.map(Path::getFileName).map(Path::toString).filter(name -> name.endsWith(".yaml")))
                    .containsExactlyInAnyOrderElementsOf(
                            VENDORS.stream().map(vendor -> vendor + ".yaml").toList());
        }
        assertThat(VENDORS).allMatch(vendor -> Files.isDirectory(ROOT.resolve("sdk-" + vendor)));
    }

    /** Looks into a module's build file and main sources. */
    private static List<String> namesIn(String module, Set<String> allowed) throws IOException {
        List<String> found = new ArrayList<>(namesIn(ROOT.resolve(module).resolve("pom.xml"), allowed));
        try (Stream<Path> files = Files.walk(ROOT.resolve(module).resolve("src/main"))) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                found.addAll(namesIn(file, allowed));
            }
        }
        return found;
    }

    private static List<String> namesIn(Path file, Set<String> allowed) throws IOException {
        List<String> found = new ArrayList<>();
        for (String line : Files.readAllLines(file)) {
            Matcher names = NAME.matcher(line);
            while (names.find()) {
                if (allowed.stream().noneMatch(names.group()::equalsIgnoreCase)) {
                    found.add(ROOT.relativize(file) + ": " + line.strip());
                }
            }
        }
        return found;
    }
}
