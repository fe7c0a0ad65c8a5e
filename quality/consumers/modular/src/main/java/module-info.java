/** A user's module: the four vendor modules, and the sandbox to try them. */
module com.example.modular {
    requires dev.connectioncheck.artie;
    requires dev.connectioncheck.datafold;
    requires dev.connectioncheck.sandbox;
    requires dev.connectioncheck.squared;
    requires dev.connectioncheck.unstructured;
}
