package dev.connectioncheck.publishing;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The project's POMs, and which modules would be published. */
final class Repository {
    /** What is in these folders is for ourselves. */
    private static final List<String> UNPUBLISHED = List.of("quality", "examples", "specs");

    static final Path ROOT = Path.of(System.getProperty("publishing.root")).toAbsolutePath();

    private Repository() {}

    static Pom root() {
        return Pom.read(ROOT.resolve("pom.xml"));
    }

    static Pom bom() {
        return Pom.read(ROOT.resolve("sdk-bom/pom.xml"));
    }

    /** All POMs but those that a build made. */
    static List<Pom> poms() {
        return files("pom.xml").map(Pom::read).toList();
    }

    /** The modules that say so, by their folders relative to the root. */
    static List<Path> published() {
        return poms().stream()
                .filter(pom -> pom.text("/project/properties/maven.deploy.skip").equals("false"))
                .map(Repository::folder)
                .toList();
    }

    /** The modules that stand where users' modules stand, the root and the BOM aside. */
    static List<Path> forUsers() {
        return poms().stream()
                .filter(pom -> !pom.packaging().equals("pom"))
                .map(Repository::folder)
                .filter(folder -> UNPUBLISHED.stream().noneMatch(folder::startsWith))
                .toList();
    }

    /** The POM of a published module as a repository gets it. */
    static Pom flattened(Path folder) {
        return Pom.read(ROOT.resolve(folder).resolve("target/flattened-pom.xml"));
    }

    /** A jar of a published module; the classifier is empty or such as {@code -sources}. */
    static Path jar(Path folder, String classifier) {
        Pom pom = flattened(folder);
        String name = pom.artifactId() + "-" + pom.text("/project/version") + classifier + ".jar";
        return ROOT.resolve(folder).resolve("target").resolve(name);
    }

    private static Path folder(Pom pom) {
        return ROOT.relativize(Objects.requireNonNull(pom.file().getParent()));
    }

    /** Looks for files that somebody wrote. */
    private static Stream<Path> files(String name) {
        try (Stream<Path> files = Files.walk(ROOT)) {
            return files
                    .filter(file -> file.endsWith(name))
                    .filter(file -> !ROOT.relativize(file).toString().contains("target"))
                    .sorted()
                    .toList()
                    .stream();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
