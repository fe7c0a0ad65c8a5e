package dev.connectioncheck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved connector of Unstructured, and the latest check of it.
 *
 * <p>Used by all threads of the server; its own lock guards what it keeps.
 */
final class UnstructuredConnector extends Connection {
    private static final String SCHEDULED = "SCHEDULED";
    private static final Duration HOUR = Duration.ofHours(1);
    private static final Duration MINUTE = Duration.ofMinutes(1);

    private final UUID id = UUID.randomUUID();
    private final String name;
    private final String type;
    private final boolean vanished;
    private final Instant createdAt;
    private final List<UnstructuredAnswer> script;
    private final UUID olderCheck = UUID.randomUUID();
    private final UUID newerCheck = UUID.randomUUID();
    private @Nullable UUID check;
    private Instant startedAt = Instant.EPOCH;
    private int polls;
    private Map<String, Object> config;
    private Behavior verdict;
    private @Nullable Instant updatedAt;

    UnstructuredConnector(UnstructuredRow row, Instant createdAt) {
        super(row.behavior());
        this.name = row.nameOr(row.type() + " " + id);
        this.type = row.type();
        this.vanished = row.isVanished();
        this.createdAt = createdAt;
        this.script = row.polls();
        this.config = row.settings().orElseGet(() -> UnstructuredConfig.madeUp(row.type(), Marks.fresh()));
        this.verdict = row.behavior();
    }

    UUID id() {
        return id;
    }

    String type() {
        return type;
    }

    boolean isVanished() {
        return vanished;
    }

    synchronized Map<String, Object> config() {
        return config;
    }

    synchronized void replaceConfig(Map<String, Object> changed, Optional<Behavior> behavior, Instant now) {
        config = changed;
        verdict = behavior.orElse(verdict);
        updatedAt = now;
    }

    /** As the vendor shows it; one that was never changed lacks {@code updated_at}. */
    synchronized Map<String, @Nullable Object> shown(boolean masked) {
        Map<String, @Nullable Object> shown = Json.object(
                "id",
                id.toString(),
                "name",
                name,
                "type",
                type,
                "config",
                masked ? UnstructuredConfig.masked(config) : config,
                "created_at",
                time(createdAt));
        if (updatedAt != null) {
            shown.put("updated_at", time(updatedAt));
        }
        return shown;
    }

    synchronized Answer start(Instant now) {
        check = UUID.randomUUID();
        startedAt = now;
        polls = 0;
        return body(202, check, SCHEDULED, null, now, null);
    }

    /** The latest check, or empty if none was ever made. */
    synchronized Optional<Answer> latest(Instant now) {
        if (!script.isEmpty()) {
            return scripted(script.get(Math.min(polls++, script.size() - 1)), now);
        }
        return check == null ? Optional.empty() : Optional.of(behaved(check, now));
    }

    private Optional<Answer> scripted(UnstructuredAnswer answer, Instant now) {
        Instant base = check == null ? now : startedAt;
        return switch (answer.check()) {
            case OURS -> Optional.ofNullable(check).map(id -> told(id, answer, startedAt));
            case OLDER -> Optional.of(told(olderCheck, answer, base.minus(HOUR)));
            case NEWER -> Optional.of(told(newerCheck, answer, base.plus(MINUTE)));
        };
    }

    private Answer behaved(UUID id, Instant now) {
        if (!verdict.endsWithin(Duration.between(startedAt, now))) {
            return body(200, id, SCHEDULED, null, startedAt, null);
        }
        Instant reportedAt = startedAt.plus(verdict.after());
        if (UnstructuredConfig.holdsMask(config)) {
            return body(200, id, "FAILURE", "login refused: a mask is stored as the secret", startedAt, reportedAt);
        }
        return verdict.ending() == Behavior.Ending.FAILS
                ? body(200, id, "FAILURE", verdict.message(), startedAt, reportedAt)
                : body(200, id, "SUCCESS", null, startedAt, reportedAt);
    }

    private static Answer told(UUID id, UnstructuredAnswer answer, Instant createdAt) {
        Instant reportedAt = answer.status().equals(SCHEDULED) ? null : createdAt.plusSeconds(5);
        return body(200, id, answer.status(), answer.reason().orElse(null), createdAt, reportedAt);
    }

    private static Answer body(
            int status,
            UUID id,
            String state,
            @Nullable String reason,
            Instant createdAt,
            @Nullable Instant reportedAt) {
        return Answer.json(
                status,
                Json.object(
                        "id",
                        id.toString(),
                        "status",
                        state,
                        "reason",
                        reason,
                        "created_at",
                        time(createdAt),
                        "reported_at",
                        reportedAt == null ? null : time(reportedAt)));
    }

    private static String time(Instant instant) {
        return instant.truncatedTo(ChronoUnit.MICROS).toString();
    }
}
