package dev.connectioncheck.temporal;

import io.temporal.common.WorkflowExecutionHistory;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads histories as whoever gets hold of them would. */
final class Histories {
    private static final Pattern PAYLOAD = Pattern.compile("\"data\":\\s*\"([A-Za-z0-9+/=]+)\"");

    private Histories() {}

    /** All that stands in a history, and again with its payloads decoded. */
    static String text(WorkflowExecutionHistory history) {
        String json = history.toJson(false);
        String payloads =
                PAYLOAD.matcher(json).results().map(Histories::decoded).collect(Collectors.joining("\n"));
        return json + "\n" + payloads;
    }

    private static String decoded(MatchResult payload) {
        return new String(Base64.getDecoder().decode(payload.group(1)), StandardCharsets.UTF_8);
    }
}
