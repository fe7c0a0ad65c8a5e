package dev.connectioncheck.spring;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckTarget;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/**
 * Says what a connection's last check means for health, in Boot 3 and 4 alike. It reads and never checks, so a vendor
 * that is slow or away neither holds up nor takes down an application.
 */
final class ConnectionHealth {
    static final String UP = "UP";
    static final String DOWN = "DOWN";
    static final String UNKNOWN = "UNKNOWN";

    private final ConnectionMonitor monitor;
    private final String name;

    private ConnectionHealth(ConnectionMonitor monitor, String name) {
        this.monitor = monitor;
        this.name = name;
    }

    /**
     * Makes a contributor for each connection.
     *
     * @return contributors by name, in which no slash may stand
     */
    static <C> Map<String, C> contributors(ConnectionMonitor monitor, Function<ConnectionHealth, C> contributor) {
        Map<String, C> contributors = new LinkedHashMap<>();
        monitor.names()
                .forEach(name -> contributors.put(
                        name.replace("/", "%2F"), contributor.apply(new ConnectionHealth(monitor, name))));
        return contributors;
    }

    /** A check that brought no verdict says nothing about the connection, and neither does one of long ago. */
    String status() {
        return monitor.verdict(name)
                .map(verdict -> switch (verdict) {
                    case PASSED -> UP;
                    case FAILED -> DOWN;
                    case INCONCLUSIVE -> UNKNOWN;
                })
                .orElse(UNKNOWN);
    }

    /** What is known; a key without a value is left out, as in other details. */
    Map<String, Object> details() {
        Map<String, Object> details = new LinkedHashMap<>();
        monitor.target(name).map(CheckTarget::vendor).ifPresent(vendor -> details.put("vendor", vendor));
        monitor.last(name)
                .ifPresentOrElse(check -> add(check, details), () -> details.put("message", "Not checked yet."));
        return details;
    }

    private static void add(LastCheck check, Map<String, Object> details) {
        CheckOutcome outcome = check.outcome();
        details.put("status", outcome.status().name());
        Optional<String> message = outcome.result()
                .flatMap(CheckResult::message)
                .or(outcome::skipped)
                .or(() -> outcome.error().map(Throwable::getMessage));
        message.ifPresent(text -> details.put("message", text));
        details.put("checkedAt", check.at().toString());
        details.put("ageSeconds", check.age().toSeconds());
        outcome.result()
                .ifPresent(
                        result -> details.put("elapsedMillis", result.elapsed().toMillis()));
    }
}
