/** Makes a JUnit test of each connection of a file. */
module dev.connectioncheck.junit {
    requires static org.jspecify;
    requires transitive dev.connectioncheck.config;
    requires transitive org.junit.jupiter.api;

    exports dev.connectioncheck.junit;
}
