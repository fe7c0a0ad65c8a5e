/** The facade, the engine and the HTTP runtime of the Connection Check SDK. */
module dev.connectioncheck {
    requires com.fasterxml.jackson.datatype.jsr310;
    requires kotlin.stdlib;
    requires okio;
    requires org.slf4j;
    requires static org.jspecify;
    requires transitive com.fasterxml.jackson.databind;
    requires transitive okhttp3;

    exports dev.connectioncheck;
    exports dev.connectioncheck.http;
    exports dev.connectioncheck.spi;

    opens dev.connectioncheck.http to
            com.fasterxml.jackson.databind;
    opens dev.connectioncheck.internal to
            com.fasterxml.jackson.databind;
}
