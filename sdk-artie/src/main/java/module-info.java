/** Artie's client, and its connection check for the Connection Check SDK. */
module dev.connectioncheck.artie {
    requires static java.compiler;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.artie;
    exports dev.connectioncheck.artie.api;
    exports dev.connectioncheck.artie.model;

    opens dev.connectioncheck.artie to
            com.fasterxml.jackson.databind;
    opens dev.connectioncheck.artie.model to
            com.fasterxml.jackson.databind;

    provides dev.connectioncheck.spi.VendorModule with
            dev.connectioncheck.artie.ArtieModule;
}
