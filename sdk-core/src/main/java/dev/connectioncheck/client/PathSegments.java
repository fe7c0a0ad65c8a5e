package dev.connectioncheck.client;

import okhttp3.HttpUrl;

/** Encodes text as one segment of a path, so that it can't change the path. */
final class PathSegments {
    private static final HttpUrl ANY = HttpUrl.get("http://localhost/");

    private static final String PLAIN = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ-_";

    private PathSegments() {}

    static String encode(String segment) {
        return isPlain(segment) ? segment : encoded(segment);
    }

    /** Ids mostly are: there is nothing in them to encode. */
    private static boolean isPlain(String segment) {
        for (int index = 0; index < segment.length(); index++) {
            if (PLAIN.indexOf(segment.charAt(index)) < 0) {
                return false;
            }
        }
        return true;
    }

    private static String encoded(String segment) {
        return ANY.newBuilder()
                .addPathSegment(segment)
                .build()
                .encodedPathSegments()
                .get(0);
    }
}
