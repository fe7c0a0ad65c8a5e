package dev.connectioncheck.cli;

import java.util.logging.LogManager;

/** Rules what libraries log: nothing, or on demand what the SDK says of its own work. */
final class Logging {
    private static final String SETTINGS = "org.slf4j.simpleLogger.";

    private Logging() {}

    /** Has an effect before the first logger is made. */
    static void start(boolean isVerbose) {
        LogManager.getLogManager().reset();
        System.setProperty("slf4j.internal.verbosity", "ERROR");
        System.setProperty(SETTINGS + "defaultLogLevel", "off");
        System.setProperty(SETTINGS + "log.dev.connectioncheck", isVerbose ? "debug" : "off");
        System.setProperty(SETTINGS + "showThreadName", "false");
        System.setProperty(SETTINGS + "showDateTime", "true");
        System.setProperty(SETTINGS + "dateTimeFormat", "HH:mm:ss.SSS");
    }
}
