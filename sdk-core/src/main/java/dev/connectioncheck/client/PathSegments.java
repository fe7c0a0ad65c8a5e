package dev.connectioncheck.client;

import okhttp3.HttpUrl;

/** Encodes text as one segment of a path, so that it can't change the path. */
final class PathSegments {
    private static final HttpUrl ANY = HttpUrl.get("http://localhost/");

    private PathSegments() {}

    static String encode(String segment) {
        return ANY.newBuilder()
                .addPathSegment(segment)
                .build()
                .encodedPathSegments()
                .get(0);
    }
}
