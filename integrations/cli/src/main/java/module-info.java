/** The command {@code connection-check}: checks the connections of a file from a command line or a pipeline. */
module dev.connectioncheck.cli {
    requires dev.connectioncheck.config;
    requires info.picocli;
    requires java.logging;
    requires java.xml;
    requires static org.jspecify;

    exports dev.connectioncheck.cli;

    opens dev.connectioncheck.cli to
            info.picocli;

    uses dev.connectioncheck.spi.VendorModule;
}
