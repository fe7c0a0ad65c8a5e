/** Unstructured's client, and its connection check for the Connection Check SDK. */
module dev.connectioncheck.unstructured {
    requires static java.compiler;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.unstructured;
    exports dev.connectioncheck.unstructured.api;
    exports dev.connectioncheck.unstructured.model;

    opens dev.connectioncheck.unstructured.model to
            com.fasterxml.jackson.databind;

    provides dev.connectioncheck.spi.VendorModule with
            dev.connectioncheck.unstructured.UnstructuredModule;
}
