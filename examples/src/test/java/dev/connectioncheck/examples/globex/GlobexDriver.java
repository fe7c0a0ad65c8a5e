package dev.connectioncheck.examples.globex;

import java.util.Map;

/** Stands for the vendor's own driver. It blocks, as JDBC does, gives up when it is interrupted, and knows no HTTP. */
// tag::driver
public interface GlobexDriver {
    /** Tries a connection with these properties, and says VALID or INVALID. */
    Answer verify(Map<String, Object> properties) throws DriverException, InterruptedException;

    /** What the driver found. */
    record Answer(String word, String reason) {}

    /** What it throws if it can't find out; the code is an SQL state. */
    final class DriverException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String code;

        public DriverException(String code, String message) {
            super(message);
            this.code = code;
        }

        public String code() {
            return code;
        }
    }
}
// end::driver
