package dev.connectioncheck.publishing;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.spi.ToolProvider;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Opens the jars that users get. */
class PublishedJarTest {
    private static final ToolProvider JAVAP = ToolProvider.findFirst("javap").orElseThrow();

    static Stream<Path> modules() {
        return Repository.published().stream();
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aJarHoldsTheLicence(Path module) throws IOException {
        assertThat(read(Repository.jar(module, ""), "META-INF/LICENSE"))
                .isEqualTo(Files.readString(Repository.ROOT.resolve("LICENSE")));
    }

    @ParameterizedTest
    @MethodSource("modules")
    void aJarTellsScannersAndBuildsWhatItIs(Path module) throws IOException {
        Pom pom = Repository.flattened(module);
        Path jar = Repository.jar(module, "");
        String descriptor = "META-INF/maven/dev.connectioncheck/" + pom.artifactId() + "/";

        assertThat(read(jar, descriptor + "pom.properties")).contains("artifactId=" + pom.artifactId());
        assertThat(read(jar, descriptor + "pom.xml")).isEqualTo(Files.readString(pom.file()));
        assertThat(read(jar, "META-INF/MANIFEST.MF"))
                .contains("Implementation-Version: " + pom.text("/project/version"));
    }

    static Stream<Path> modulesWithCode() {
        return modules().filter(PublishedJarTest::hasCode);
    }

    static Stream<Path> modulesWithoutCode() {
        return modules().filter(module -> !hasCode(module));
    }

    private static boolean hasCode(Path module) {
        return Files.exists(Repository.ROOT.resolve(module).resolve("src/main/java"));
    }

    @ParameterizedTest
    @MethodSource("modulesWithCode")
    void everyClassCanBeDebugged(Path module) throws IOException {
        Path jar = Repository.jar(module, "");
        List<String> classes = Stream.of(javap(jar, classes(jar)).split("Compiled from "))
                .filter(code -> code.contains("LineNumberTable:") && !code.contains(" interface "))
                .toList();

        assertThat(classes)
                .isNotEmpty()
                .filteredOn(code -> !code.contains("LocalVariableTable:"))
                .map(code -> code.lines().findFirst())
                .isEmpty();
    }

    @ParameterizedTest
    @MethodSource("modules")
    @Tag("release")
    void aJarComesWithItsSources(Path module) throws IOException {
        List<String> sources = entries(Repository.jar(module, "-sources"));

        assertThat(classes(Repository.jar(module, "")))
                .allSatisfy(name -> assertThat(sources).contains(name.replace('.', '/') + ".java"));
        assertThat(sources).contains("META-INF/LICENSE");
    }

    /** Maven Central asks for that one too. */
    @ParameterizedTest
    @MethodSource("modulesWithoutCode")
    @Tag("release")
    void aJarWithoutCodeComesWithAnEmptyJavadoc(Path module) throws IOException {
        assertThat(entries(Repository.jar(module, "-javadoc")))
                .contains("META-INF/LICENSE")
                .noneMatch(name -> name.endsWith(".class"));
    }

    @ParameterizedTest
    @MethodSource("modulesWithCode")
    @Tag("release")
    void aJarComesWithTheJavadocOfWhatIsForUsers(Path module) throws IOException {
        assertThat(entries(Repository.jar(module, "-javadoc")))
                .contains("index.html")
                .anyMatch(name -> name.endsWith("/package-summary.html"))
                .noneMatch(name -> name.contains("/internal/"));
    }

    /** What a debugger and a stack trace can know of classes. */
    private static String javap(Path jar, List<String> classes) {
        StringWriter out = new StringWriter();
        PrintWriter writer = new PrintWriter(out);
        String[] options = Stream.concat(Stream.of("-c", "-l", "-p", "-classpath", jar.toString()), classes.stream())
                .toArray(String[]::new);
        assertThat(JAVAP.run(writer, writer, options)).as("javap: %s", out).isZero();
        return out.toString();
    }

    /** The jar's classes that have a file of their own. */
    private static List<String> classes(Path jar) throws IOException {
        return entries(jar).stream()
                .filter(name -> name.endsWith(".class") && !name.contains("$") && !name.contains("-info."))
                .map(name ->
                        name.substring(0, name.length() - ".class".length()).replace('/', '.'))
                .toList();
    }

    private static List<String> entries(Path jar) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            return file.stream().map(ZipEntry::getName).toList();
        }
    }

    private static String read(Path jar, String entry) throws IOException {
        try (JarFile file = new JarFile(jar.toFile())) {
            ZipEntry found = file.getEntry(entry);
            assertThat(found).as("%s in %s", entry, jar).isNotNull();
            return new String(file.getInputStream(found).readAllBytes(), StandardCharsets.UTF_8);
        }
    }
}
