/** Datafold's client, and its connection check for the Connection Check SDK. */
module dev.connectioncheck.datafold {
    requires static java.compiler;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.datafold;
    exports dev.connectioncheck.datafold.api;
    exports dev.connectioncheck.datafold.model;

    opens dev.connectioncheck.datafold.model to
            com.fasterxml.jackson.databind;

    provides dev.connectioncheck.spi.VendorModule with
            dev.connectioncheck.datafold.DatafoldModule;
}
