package dev.connectioncheck.datafold;

import dev.connectioncheck.datafold.model.AsyncDataSourceTestResults;
import dev.connectioncheck.internal.json.Json;
import dev.connectioncheck.spi.Progress;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes jobs as Datafold sends them, and reads them. */
final class Jobs {
    static final String ID = "5000000042";
    static final String CONNECTION = ok("connection");
    static final String TEMP_SCHEMA = ok("temp_schema");
    static final String SCHEMA_DOWNLOAD = ok("schema_download");

    private Jobs() {}

    static String ok(String step) {
        return done(step, "{\"code\":\"OK\",\"message\":\"All well with " + step + "\",\"outcome\":\"success\"}");
    }

    static String done(String step, String result) {
        return step(step, "done", result);
    }

    static String step(String step, String status, String result) {
        return "{\"step\":\"" + step + "\",\"status\":\"" + status + "\",\"result\":" + result + "}";
    }

    static String job(String status, String... steps) {
        return "{\"id\":" + ID + ",\"status\":\"" + status + "\",\"results\":"
                + Stream.of(steps).collect(Collectors.joining(",", "[", "]")) + "}";
    }

    static Progress read(String json) {
        return DatafoldVerdict.read(
                Json.read(json.getBytes(StandardCharsets.UTF_8), AsyncDataSourceTestResults.class), ID);
    }

    static Progress.Finished ended(String status, String... steps) {
        return (Progress.Finished) read(job(status, steps));
    }
}
