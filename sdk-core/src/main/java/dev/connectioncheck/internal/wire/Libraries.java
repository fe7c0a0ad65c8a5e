package dev.connectioncheck.internal.wire;

import java.io.IOException;
import java.lang.reflect.Field;
import java.net.URL;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Knows which OkHttp the SDK was built with, and which one is there, with which Okio.
 *
 * <p>To Maven, {@code okhttp} 4 and {@code okhttp-jvm} 5 are two artifacts, so that both may be on a class path, in any
 * order, with the Okio of either.
 */
public final class Libraries {
    private static final String REMEDY =
            " Import dev.connectioncheck:sdk-bom in your build's dependencyManagement and give"
                    + " com.squareup.okhttp3:okhttp no version of its own, or exclude it where it comes from.";

    /** In a class path, in a program's one jar, and in a jar within it. */
    private static final Pattern JAR = Pattern.compile("([^/!]+\\.jar)!/[^!]*$");

    private static final List<String> CLASSES = List.of("okhttp3/OkHttpClient.class", "okio/Okio.class");

    private Libraries() {}

    /**
     * Refuses what would end in an Error of the JVM amid a call: OkHttp 5 with the Okio of OkHttp 4.
     *
     * @throws IllegalStateException if that is what is there
     */
    public static void requireThatTheyFit() {
        if (!fit(version(), exists("okio.Socket"))) {
            throw new IllegalStateException(mixed());
        }
    }

    /** Tells whether an OkHttp finds what it needs in Okio. */
    static boolean fit(Optional<String> okHttp, boolean okioHasSockets) {
        return okioHasSockets
                || okHttp.filter(version -> version.matches("[1-4]\\..*")).isPresent();
    }

    /** Explains that a class or member is missing that the SDK needs. */
    public static String mixed() {
        String jars = jars();
        return "The SDK is built with OkHttp " + Version.OKHTTP
                + " and works with 4.12 too, each with its own Okio. In use is "
                + version().map(version -> "OkHttp " + version).orElse("an OkHttp older than 4")
                + (jars.isEmpty() ? "" : "; on the class path are " + jars) + "." + REMEDY;
    }

    /** By reflection: the compiler copies constants. */
    private static Optional<String> version() {
        try {
            Field version = Class.forName("okhttp3.OkHttp").getField("VERSION");
            return Optional.ofNullable((String) version.get(null));
        } catch (ReflectiveOperationException | LinkageError none) {
            return Optional.empty();
        }
    }

    private static boolean exists(String className) {
        try {
            Class.forName(className, false, Libraries.class.getClassLoader());
            return true;
        } catch (ClassNotFoundException | LinkageError none) {
            return false;
        }
    }

    /**
     * The names of all jars that hold them, in the order in which they are searched; their folders are nobody's
     * business.
     */
    private static String jars() {
        return CLASSES.stream()
                .flatMap(Libraries::places)
                .flatMap(place -> JAR.matcher(place).results())
                .map(found -> found.group(1))
                .distinct()
                .collect(Collectors.joining(", "));
    }

    private static Stream<String> places(String resource) {
        try {
            return Collections.list(Libraries.class.getClassLoader().getResources(resource)).stream()
                    .map(URL::toString);
        } catch (IOException none) {
            return Stream.empty();
        }
    }
}
