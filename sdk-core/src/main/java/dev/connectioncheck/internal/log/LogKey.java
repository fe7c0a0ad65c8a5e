package dev.connectioncheck.internal.log;

/** The keys of the lines that are logged at DEBUG; {@code docs/logging.md} says what each holds. */
enum LogKey {
    CHECK("check"),
    TARGET("target"),
    VENDOR("vendor"),
    ACCOUNT("account"),
    CHECK_ID("checkId"),
    OPERATION("operation"),
    ATTEMPT("attempt"),
    STATUS("status"),
    REQUEST_ID("requestId"),
    DURATION("durationMillis"),
    PAUSE("pauseMillis"),
    REASON("reason"),
    VENDOR_STATUS("vendorStatus"),
    POLLS("polls"),
    TIMEOUT("timeoutMillis"),
    OUTCOME("outcome");

    private final String text;

    LogKey(String text) {
        this.text = text;
    }

    String text() {
        return text;
    }
}
