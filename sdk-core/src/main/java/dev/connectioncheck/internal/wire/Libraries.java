package dev.connectioncheck.internal.wire;

import java.lang.reflect.Field;

/** Knows which OkHttp the SDK was built with, and which one is there. */
public final class Libraries {
    private static final String REMEDY =
            " Let your build take com.squareup.okhttp3:okhttp-jvm in that version, or a later one of the same major"
                    + " version, and exclude every other artifact with the package okhttp3, such as"
                    + " com.squareup.okhttp3:okhttp 3 or 4.";

    private Libraries() {}

    /** Explains that a class or member is missing that the SDK needs. */
    public static String mixed() {
        return "The SDK is built with OkHttp " + Version.OKHTTP + " and works with 4.12 too; what is there is "
                + found() + ", or a mixture." + REMEDY;
    }

    /** By reflection: the compiler copies constants. */
    private static String found() {
        try {
            Field version = Class.forName("okhttp3.OkHttp").getField("VERSION");
            return "OkHttp " + version.get(null);
        } catch (ReflectiveOperationException | LinkageError none) {
            return "an OkHttp older than 4";
        }
    }
}
