package dev.connectioncheck.benchmarks.server;

import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/**
 * A thousand connections at each vendor, as its lists send them: with settings of a usual size, which no inventory may
 * keep.
 */
final class Lists {
    static final int ROWS = 1_000;

    /** What Squared calls the most rows of a page. */
    static final int PAGE = 100;

    private static final String DATES =
            "\"created_at\":\"2026-01-01T00:00:00Z\",\"updated_at\":\"2026-01-02T00:00:00Z\"";
    private static final String SETTINGS =
            "{\"host\":\"db.example.com\",\"port\":5432,\"database\":\"shop\",\"schema\":\"public\","
                    + "\"username\":\"etl\",\"password\":\"*************\",\"ssl_ca\":\""
                    + "MIIDdzCCAl+gAwIBAgIEAgAAuTAN".repeat(30)
                    + "\"}";

    static final List<byte[]> SQUARED =
            IntStream.rangeClosed(1, ROWS / PAGE).mapToObj(Lists::squaredPage).toList();
    static final byte[] SQUARED_BEYOND = Answers.json("{\"data\":[],\"links\":{\"next\":\"http://vendor/next\"}}");
    static final byte[] SOURCES = array(0, ROWS / 2, Lists::unstructured);
    static final byte[] DESTINATIONS = array(ROWS / 2, ROWS, Lists::unstructured);
    static final byte[] DATA_SOURCES = array(0, ROWS, Lists::datafold);
    static final byte[] ARTIE_DESTINATIONS = items(ROWS / 2);
    static final byte[] ARTIE_ALL = items(ROWS);

    private Lists() {}

    private static byte[] squaredPage(int page) {
        String next = page == ROWS / PAGE ? "null" : "\"http://vendor/next\"";
        return Answers.json("{\"data\":[" + rows((page - 1) * PAGE, page * PAGE, Lists::squared)
                + "],\"links\":{\"next\":" + next + "}}");
    }

    private static byte[] array(int from, int to, IntFunction<String> row) {
        return Answers.json("[" + rows(from, to, row) + "]");
    }

    private static byte[] items(int rows) {
        return Answers.json("{\"items\":[" + rows(0, rows, Lists::artie) + "]}");
    }

    private static String rows(int from, int to, IntFunction<String> row) {
        return IntStream.range(from, to).mapToObj(row).collect(Collectors.joining(","));
    }

    private static String squared(int number) {
        return "{\"id\":\"" + (number + 1) + "\",\"type\":\"connectors\",\"attributes\":{\"name\":\"orders " + number
                + "\",\"connector_type\":\"source\",\"connector_name\":\"Postgresql\",\"workspace_id\":7," + DATES
                + ",\"configuration\":" + SETTINGS + "}}";
    }

    private static String unstructured(int number) {
        return "{\"id\":\"" + id(number) + "\",\"name\":\"contracts " + number + "\",\"type\":\"s3\"," + DATES
                + ",\"config\":" + SETTINGS + "}";
    }

    private static String datafold(int number) {
        return "{\"id\":" + (number + 1) + ",\"name\":\"warehouse " + number
                + "\",\"type\":\"pg\",\"accessible\":true,\"is_paused\":false,\"last_test\":null,\"options\":"
                + SETTINGS
                + "}";
    }

    private static String artie(int number) {
        return "{\"uuid\":\"" + id(number) + "\",\"label\":\"billing " + number
                + "\",\"type\":\"postgresql\",\"companyUUID\":\"" + id(0) + "\",\"environmentUUID\":\"" + id(0)
                + "\",\"isValid\":true,\"sharedConfig\":" + SETTINGS + "}";
    }

    /** What Artie answers for one connector. */
    static byte[] connector(String uuid) {
        return Answers.json("{\"uuid\":\"" + uuid + "\",\"type\":\"postgresql\",\"sharedConfig\":" + SETTINGS + "}");
    }

    private static UUID id(int number) {
        return new UUID(0x4000L, number + 1L);
    }
}
