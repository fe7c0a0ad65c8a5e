/**
 * Asks vendors whether a connection works: the facade, the engine and the HTTP runtime. Users need
 * {@code dev.connectioncheck} and a vendor's module; the other packages are for vendor modules and generated clients.
 */
module dev.connectioncheck {
    requires kotlin.stdlib;
    requires okio;
    requires org.slf4j;
    requires static org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive okhttp3;

    exports dev.connectioncheck;
    exports dev.connectioncheck.client;
    exports dev.connectioncheck.http;
    exports dev.connectioncheck.model;
    exports dev.connectioncheck.spi;
    exports dev.connectioncheck.time;

    opens dev.connectioncheck.model to
            com.fasterxml.jackson.databind;
    opens dev.connectioncheck.internal.check to
            com.fasterxml.jackson.databind;
}
