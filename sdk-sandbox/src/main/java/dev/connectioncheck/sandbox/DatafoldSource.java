package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.sandbox.DatafoldRow.Access;
import dev.connectioncheck.sandbox.DatafoldRow.Tested;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A data source saved at Datafold, and how it was tested last.
 *
 * <p>Used by all threads of the server: the last job is replaced as a whole.
 */
final class DatafoldSource extends Connection {
    /** Python's own form: no fraction where there is none, and the zone as an offset. */
    private static final DateTimeFormatter WHOLE =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss'+00:00'").withZone(ZoneOffset.UTC);

    private static final DateTimeFormatter MICROS =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSSSSS'+00:00'").withZone(ZoneOffset.UTC);

    private final long id;
    private final DatafoldRow row;
    private final Map<String, @Nullable Object> fields;
    private final Map<String, Object> options;
    private volatile @Nullable DatafoldJob lastJob;

    DatafoldSource(long id, DatafoldRow row, Map<String, Object> options, JsonNode form) {
        super(row.behavior());
        this.id = id;
        this.row = row;
        this.options = options;
        this.fields = fields(row, form);
    }

    long id() {
        return id;
    }

    String name() {
        return row.nameOr(row.type() + " " + id);
    }

    DatafoldRow row() {
        return row;
    }

    Map<String, Object> options() {
        return options;
    }

    boolean holdsMask() {
        return DatafoldType.find(row.type())
                .filter(type -> type.holdsMask(options))
                .isPresent();
    }

    void testedBy(DatafoldJob job) {
        lastJob = job;
    }

    /** As lists show it: without options. */
    Map<String, @Nullable Object> listed(Instant now) {
        return shown(null, now);
    }

    /** As it is shown alone: with the options that may be read. */
    Map<String, @Nullable Object> read(Instant now) {
        return shown(
                DatafoldType.find(row.type())
                        .map(type -> type.readable(options))
                        .orElse(options),
                now);
    }

    Map<String, ?> summary() {
        return Json.object("id", id, "name", name(), "type", row.type());
    }

    private Map<String, @Nullable Object> shown(@Nullable Map<String, Object> options, Instant now) {
        Map<String, @Nullable Object> shown = Json.object("id", id, "name", name(), "type", row.type());
        shown.putAll(fields);
        shown.put("options", options);
        shown.put("last_test", lastTest(now).map(DatafoldSource::shown).orElse(null));
        if (row.access() != Access.UNSAID) {
            shown.put("accessible", row.access() == Access.YES);
        }
        return shown;
    }

    private Optional<Tested> lastTest(Instant now) {
        DatafoldJob job = lastJob;
        return Optional.ofNullable(job).flatMap(last -> last.ended(now)).or(row::lastTest);
    }

    private static Map<String, ?> shown(Tested tested) {
        Instant at = tested.at().truncatedTo(ChronoUnit.MICROS);
        String text = (at.equals(at.truncatedTo(ChronoUnit.SECONDS)) ? WHOLE : MICROS).format(at);
        return Json.object("tested_at", text, "results", tested.result().steps());
    }

    /** In the order of the recorded rows, with what came later at the end; a form may bring any of them. */
    private static Map<String, @Nullable Object> fields(DatafoldRow row, JsonNode form) {
        Map<String, @Nullable Object> fields = new LinkedHashMap<>();
        fields.put("is_paused", row.isPaused());
        fields.put("hidden", row.isHidden());
        fields.put("temp_schema", null);
        fields.put("disable_schema_indexing", false);
        fields.put("disable_profiling", false);
        for (String list : List.of("catalog_include_list", "catalog_exclude_list")) {
            fields.put(list, "");
        }
        for (String schedule : List.of("schema_indexing_schedule", "schema_max_age_s", "profile_schedule")) {
            fields.put(schedule, null);
        }
        for (String list : List.of("profile_exclude_list", "profile_include_list")) {
            fields.put(list, "");
        }
        fields.put("lineage_schedule", null);
        fields.put("float_tolerance", 0.0);
        fields.put("options", null);
        for (String none : List.of("queue_name", "scheduled_queue_name", "groups")) {
            fields.put(none, null);
        }
        fields.put("view_only", false);
        fields.put("created_from", null);
        fields.put("source", null);
        fields.put("max_allowed_connections", 25);
        for (String none : List.of("last_test", "secret_id", "group_ids", "data_retention_days", "oauth_dwh_active")) {
            fields.put(none, null);
        }
        fields.replaceAll((field, usual) -> form.has(field) ? form.path(field) : usual);
        return fields;
    }
}
