/** Observes checks with Micrometer. */
module dev.connectioncheck.micrometer {
    requires static micrometer.core;
    requires static org.jspecify;
    requires transitive dev.connectioncheck;
    requires transitive micrometer.commons;
    requires transitive micrometer.observation;

    exports dev.connectioncheck.micrometer;
}
