package dev.connectioncheck.internal.wire;

/** What the build knows of versions. A class and no resource, since jars are shaded and images made native. */
final class Version {
    /** This SDK's. */
    static final String SDK = "${project.version}";

    /** Of the OkHttp that the SDK was built with. */
    static final String OKHTTP = "${okhttp.version}";

    private Version() {}
}
