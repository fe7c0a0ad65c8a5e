package dev.connectioncheck.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The jars beside this one: what the build copied there. */
final class Library {
    /** What a program by hand needs. */
    static final List<String> BY_HAND = List.of(
            "com.squareup.okhttp3.okhttp-jvm",
            "com.squareup.okio",
            "org.jetbrains.kotlin",
            "com.fasterxml.jackson.core");

    /** What users of the SDK need besides the SDK. */
    static final List<String> OURS = with(BY_HAND, "org.slf4j.slf4j-api");

    /** The SDK's five jars. */
    static final List<String> SDK = List.of(
            "dev.connectioncheck.sdk-core",
            "dev.connectioncheck.sdk-squared",
            "dev.connectioncheck.sdk-unstructured",
            "dev.connectioncheck.sdk-datafold",
            "dev.connectioncheck.sdk-artie");

    static final List<String> OKHTTP_GSON = List.of(
            "com.squareup.okhttp3",
            "com.squareup.okio",
            "org.jetbrains.kotlin",
            "com.google.code",
            "io.gsonfire",
            "jakarta",
            "org.apache.commons.commons-lang3",
            "org.openapitools",
            "com.fasterxml.jackson.core");

    static final List<String> NATIVE =
            List.of("com.fasterxml.jackson", "com.google.code.findbugs", "jakarta.annotation", "org.openapitools");

    static final List<String> AWS = List.of("software.amazon", "org.reactivestreams", "org.slf4j.slf4j-api");

    static final List<String> AZURE = List.of(
            "com.azure", "com.fasterxml.jackson", "io.projectreactor", "org.reactivestreams", "org.slf4j.slf4j-api");

    static final List<String> FAILSAFE = List.of("dev.failsafe");

    private Library() {}

    static List<String> with(List<String> prefixes, String... more) {
        List<String> all = new ArrayList<>(prefixes);
        all.addAll(List.of(more));
        return all;
    }

    /** Returns the jars whose names begin so. */
    static List<Path> jars(List<String> prefixes) {
        try (Stream<Path> files = Files.list(target().resolve("lib"))) {
            return files.filter(file ->
                            prefixes.stream().anyMatch(file.getFileName().toString()::startsWith))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException("Build first: there are no jars beside this one.", e);
        }
    }

    static double kibibytes(List<String> prefixes) {
        return jars(prefixes).stream().mapToLong(jar -> jar.toFile().length()).sum() / 1_024.0;
    }

    /** Returns the folder with this module's classes. */
    static Path classes() {
        return target().resolve("classes");
    }

    private static Path target() {
        try {
            Path here = Path.of(Library.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
            return Objects.requireNonNull(here.getParent());
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
    }
}
