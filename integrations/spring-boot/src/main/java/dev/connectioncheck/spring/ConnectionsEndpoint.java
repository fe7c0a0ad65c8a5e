package dev.connectioncheck.spring;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.actuate.endpoint.annotation.ReadOperation;
import org.springframework.boot.actuate.endpoint.annotation.Selector;
import org.springframework.boot.actuate.endpoint.annotation.Selector.Match;
import org.springframework.boot.actuate.endpoint.annotation.WriteOperation;
import org.springframework.boot.actuate.endpoint.web.WebEndpointResponse;
import org.springframework.boot.actuate.endpoint.web.annotation.WebEndpoint;

/** Shows what is known of the connections, and checks one on demand. Answers as the JSON report of a check does. */
@WebEndpoint(id = "connections")
final class ConnectionsEndpoint {
    private static final String NOT_YET = "Not checked yet.";

    private final ConnectionMonitor monitor;

    ConnectionsEndpoint(ConnectionMonitor monitor) {
        this.monitor = monitor;
    }

    @ReadOperation
    Map<String, @Nullable Object> connections() {
        List<Shown> shown = monitor.names().stream().map(this::shown).toList();
        Map<String, @Nullable Object> report = new LinkedHashMap<>(
                CheckReport.of(shown.stream().map(Shown::outcome).toList()).toMap());
        report.put("outcomes", shown.stream().map(Shown::form).toList());
        return report;
    }

    /** A name may have slashes, so it is the rest of the path. */
    @ReadOperation
    WebEndpointResponse<Map<String, @Nullable Object>> connection(
            @Selector(match = Match.ALL_REMAINING) String... name) {
        String connection = String.join("/", name);
        return isKnown(connection) ? new WebEndpointResponse<>(shown(connection).form()) : unknown();
    }

    /** Waits on the request's thread: whoever asks wants the outcome, and a check has an end. */
    @WriteOperation
    WebEndpointResponse<Map<String, @Nullable Object>> check(@Selector(match = Match.ALL_REMAINING) String... name) {
        String connection = String.join("/", name);
        if (!isKnown(connection)) {
            return unknown();
        }
        CompletableFuture<CheckOutcome> check = monitor.check(connection);
        try {
            return new WebEndpointResponse<>(new Shown(check.join(), Duration.ZERO).form());
        } catch (CompletionException e) {
            throw e.getCause() instanceof RuntimeException cause ? cause : e;
        }
    }

    private boolean isKnown(String name) {
        return monitor.target(name).isPresent();
    }

    private static WebEndpointResponse<Map<String, @Nullable Object>> unknown() {
        return new WebEndpointResponse<>(
                Map.of("message", "There is no connection of that name."), WebEndpointResponse.STATUS_NOT_FOUND);
    }

    private Shown shown(String name) {
        return monitor.last(name)
                .map(check -> new Shown(check.outcome(), check.age()))
                .orElseGet(() ->
                        new Shown(CheckOutcome.skipped(monitor.target(name).orElseThrow(), NOT_YET), null));
    }

    /** An outcome as in reports, with its age, since it is kept. */
    private record Shown(CheckOutcome outcome, @Nullable Duration age) {
        Map<String, @Nullable Object> form() {
            Map<String, @Nullable Object> form = new LinkedHashMap<>(outcome.toMap());
            form.put("ageMillis", age == null ? null : age.toMillis());
            return form;
        }
    }
}
