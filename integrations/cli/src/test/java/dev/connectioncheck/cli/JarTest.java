package dev.connectioncheck.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import org.junit.jupiter.api.Test;

/** The one jar, which holds the work of others. */
class JarTest {
    @Test
    void theLicencesOfAllThatIsInItStay() throws IOException {
        try (JarFile jar = new JarFile(Command.JAR.toFile())) {
            assertThat(text(jar, "META-INF/LICENSE")).contains("Apache License");
            assertThat(text(jar, "META-INF/LICENSE.txt")).contains("QOS.ch", "Permission is hereby granted");
            assertThat(text(jar, "META-INF/NOTICE")).contains("Jackson", "Schubfach");
        }
    }

    @Test
    void itSaysWhatItIsAndPretendsToBeNoModule() throws IOException {
        try (JarFile jar = new JarFile(Command.JAR.toFile())) {
            Attributes manifest = jar.getManifest().getMainAttributes();

            assertThat(manifest.getValue("Main-Class")).isEqualTo(ConnectionCheck.class.getName());
            assertThat(manifest.getValue("Multi-Release")).isEqualTo("true");
            assertThat(manifest.getValue("Implementation-Version")).isNotBlank();
            assertThat(jar.stream().map(entry -> entry.getName()))
                    .noneMatch(name -> name.endsWith("module-info.class"))
                    .noneMatch(name -> name.contains("/junit/") || name.contains("/sandbox/"));
        }
    }

    private static String text(JarFile jar, String name) throws IOException {
        return new String(jar.getInputStream(jar.getEntry(name)).readAllBytes(), StandardCharsets.UTF_8);
    }
}
