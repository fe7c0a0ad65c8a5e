/** Squared's client, and its connection check for the Connection Check SDK. */
module dev.connectioncheck.squared {
    requires static java.compiler;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.squared;
    exports dev.connectioncheck.squared.api;
    exports dev.connectioncheck.squared.model;

    opens dev.connectioncheck.squared.model to
            com.fasterxml.jackson.databind;

    provides dev.connectioncheck.spi.VendorModule with
            dev.connectioncheck.squared.SquaredModule;
}
