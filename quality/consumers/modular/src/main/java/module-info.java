/** A user's module: the four vendor modules are all that it asks for. */
module com.example.modular {
    requires dev.connectioncheck.artie;
    requires dev.connectioncheck.datafold;
    requires dev.connectioncheck.squared;
    requires dev.connectioncheck.unstructured;
}
