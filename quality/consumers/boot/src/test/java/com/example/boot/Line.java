package com.example.boot;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.JarFile;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** One of the projects beside this one: a service on one line of Spring Boot. */
record Line(String name) {
    private static final Path PROJECTS = Path.of("..");

    static List<Line> all() {
        return List.of(new Line("boot35"), new Line("boot40"), new Line("boot41"));
    }

    Path jar() {
        return PROJECTS.resolve(name).resolve("target").resolve(name + ".jar");
    }

    String pom() {
        try {
            return Files.readString(PROJECTS.resolve(name).resolve("pom.xml"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The version of a library in the service's jar; a dash if it is not there. */
    String version(String library) {
        Pattern entry = Pattern.compile("BOOT-INF/lib/" + Pattern.quote(library) + "-(\\d[\\w.]*)\\.jar");
        try (JarFile jar = new JarFile(jar().toFile())) {
            return jar.stream()
                    .map(each -> entry.matcher(each.getName()))
                    .filter(Matcher::matches)
                    .map(found -> found.group(1))
                    .findFirst()
                    .orElse("-");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String toString() {
        return name;
    }
}
