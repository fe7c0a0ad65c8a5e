/** The four vendor APIs, stood in for in process, for tests and for trying the SDK without an account. */
module dev.connectioncheck.sandbox {
    requires com.fasterxml.jackson.databind;
    requires java.logging;
    requires mockwebserver3;
    requires okhttp3;
    requires okhttp3.tls;
    requires okio;
    requires static org.jspecify;
    requires static org.junit.jupiter.api;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.sandbox;
    exports dev.connectioncheck.sandbox.contract;
}
