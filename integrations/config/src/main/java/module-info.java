/** Reads connections by name from a file, for the Connection Check SDK. */
module dev.connectioncheck.config {
    requires org.snakeyaml.engine;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;

    exports dev.connectioncheck.config;

    uses dev.connectioncheck.spi.VendorModule;
}
