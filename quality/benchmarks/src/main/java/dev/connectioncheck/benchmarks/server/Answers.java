package dev.connectioncheck.benchmarks.server;

import java.nio.charset.StandardCharsets;

/** The vendors' answers, as bytes. */
final class Answers {
    static final byte[] PINGED = bytes("HTTP/1.1 204 No Content\r\n\r\n");

    static final byte[] CHECKED =
            json("{\"type\":\"connection_status\",\"connection_status\":{\"status\":\"succeeded\"}}");

    static final byte[] SCHEDULED = json(connectionCheck("SCHEDULED"));
    static final byte[] SUCCEEDED = json(connectionCheck("SUCCESS"));

    private static final String STEPS = "["
            + step("lineage_download", "No lineage downloader for this data source", "skipped") + ","
            + step("schema_download", "Discovered 6 tables", "success") + ","
            + step("temp_schema", "Schema is writeable", "success") + ","
            + step("connection", "Connected to the database", "success") + "]";

    static final byte[] NOT_FOUND = bytes("HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n");

    private Answers() {}

    static byte[] count(long requests) {
        return json(Long.toString(requests));
    }

    static byte[] started(int job) {
        return json("{\"job_id\":" + job + "}");
    }

    static byte[] running(int job) {
        return json("{\"id\":" + job + ",\"status\":\"processing\",\"results\":[]}");
    }

    static byte[] done(int job) {
        return json("{\"id\":" + job + ",\"status\":\"done\",\"results\":" + STEPS + "}");
    }

    private static String connectionCheck(String status) {
        return "{\"id\":\"5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11\",\"status\":\"" + status
                + "\",\"created_at\":\"2026-01-01T00:00:00Z\"}";
    }

    private static String step(String name, String message, String outcome) {
        return "{\"step\":\"" + name + "\",\"status\":\"done\",\"result\":{\"code\":\"OK\",\"message\":\"" + message
                + "\",\"outcome\":\"" + outcome + "\"}}";
    }

    static byte[] json(String body) {
        return bytes("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: " + body.length()
                + "\r\n\r\n" + body);
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.ISO_8859_1);
    }
}
