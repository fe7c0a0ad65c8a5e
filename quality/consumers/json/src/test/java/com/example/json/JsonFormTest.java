package com.example.json;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.AuthenticationException;
import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckReport;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.CheckStep;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.CheckTimeoutException;
import dev.connectioncheck.Connection;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.RecordedVerdict;
import dev.connectioncheck.StepOutcome;
import dev.connectioncheck.Verdict;
import dev.connectioncheck.artie.ArtieTarget;
import dev.connectioncheck.datafold.DatafoldTarget;
import dev.connectioncheck.squared.SquaredTarget;
import dev.connectioncheck.unstructured.UnstructuredTarget;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Named;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The documented form of what the SDK returns, text for text. */
class JsonFormTest {
    private static final String UUID = "5b0a3c2e-7a4e-4c57-9d1c-0f6f3f8f9a11";
    private static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    private static final CheckTarget ORDERS =
            SquaredTarget.source("Postgresql", Map.of("host", "db")).named("orders").at("eu");
    private static final String ORDERS_FORM =
            "\"name\":\"orders\",\"vendor\":\"squared\",\"kind\":\"source\",\"id\":null,\"account\":\"eu\"";
    private static final CheckTarget WAREHOUSE = DatafoldTarget.dataSource(42);
    private static final String WAREHOUSE_FORM =
            "\"name\":null,\"vendor\":\"datafold\",\"kind\":\"data source\",\"id\":\"42\",\"account\":null";

    private static final CheckResult RESULT = CheckResult.builder(ORDERS, Verdict.FAILED)
            .message("no route to host")
            .steps(List.of(CheckStep.of("connection", StepOutcome.FAILED, Optional.of("no route")),
                    CheckStep.of("schema", StepOutcome.SKIPPED, Optional.empty())))
            .checkId("job-7")
            .requestId("req-9")
            .checkedAt(NOON)
            .elapsed(Duration.ofMillis(1_234))
            .polls(3)
            .build();
    private static final String FOUND = "\"message\":\"no route to host\"";
    private static final String DETAILS = "\"steps\":[{\"name\":\"connection\",\"outcome\":\"FAILED\",\"message\":\"no route\"},"
            + "{\"name\":\"schema\",\"outcome\":\"SKIPPED\",\"message\":null}],"
            + "\"checkId\":\"job-7\",\"requestId\":\"req-9\",\"checkedAt\":\"2026-11-21T12:00:00Z\","
            + "\"elapsedMillis\":1234,\"polls\":3}";
    private static final CheckResult BARE =
            CheckResult.builder(WAREHOUSE, Verdict.PASSED).checkedAt(NOON).build();
    private static final String BARE_DETAILS = "\"message\":null,\"steps\":[],\"checkId\":null,\"requestId\":null,"
            + "\"checkedAt\":\"2026-11-21T12:00:00Z\",\"elapsedMillis\":0,\"polls\":0}";

    private static final ConnectionCheckException ERROR = new AuthenticationException(
            ConnectionCheckException.Failure.builder("datafold", "testDataSource", "The key is not known.")
                    .account("eu")
                    .status(401)
                    .requestId("req-1")
                    .build(),
            null);
    private static final ConnectionCheckException LATE = new CheckTimeoutException(
            ConnectionCheckException.Failure.of("datafold", "check", "No verdict."), Optional.of("running"), 5, null);
    private static final String NOTHING = "\"checkedAt\":null,\"elapsedMillis\":null,";

    private static final String FAILED_OUTCOME =
            "{" + ORDERS_FORM + ",\"status\":\"FAILED\"," + FOUND + ",\"error\":null," + DETAILS;
    private static final String ERROR_OUTCOME = "{" + WAREHOUSE_FORM + ",\"status\":\"ERROR\",\"message\":null,"
            + "\"error\":{\"type\":\"AuthenticationException\",\"message\":\"The key is not known.\"},"
            + "\"steps\":[],\"checkId\":null,\"requestId\":\"req-1\"," + NOTHING + "\"polls\":null}";
    private static final String LATE_OUTCOME = "{" + WAREHOUSE_FORM + ",\"status\":\"ERROR\",\"message\":null,"
            + "\"error\":{\"type\":\"CheckTimeoutException\",\"message\":\"No verdict.\"},"
            + "\"steps\":[],\"checkId\":null,\"requestId\":null," + NOTHING + "\"polls\":5}";
    private static final String SKIPPED_OUTCOME = "{" + WAREHOUSE_FORM + ",\"status\":\"SKIPPED\",\"message\":\"not begun\","
            + "\"error\":null,\"steps\":[],\"checkId\":null,\"requestId\":null," + NOTHING + "\"polls\":null}";
    private static final String ERROR_FORM = "{\"vendor\":\"datafold\",\"account\":\"eu\","
            + "\"type\":\"AuthenticationException\",\"message\":\"The key is not known.\"}";

    static Stream<Arguments> values() {
        CheckOutcome failed = CheckOutcome.of(RESULT);
        CheckOutcome error = CheckOutcome.of(WAREHOUSE, ERROR);
        CheckOutcome late = CheckOutcome.of(WAREHOUSE, LATE);
        CheckOutcome skipped = CheckOutcome.skipped(WAREHOUSE, "not begun");
        CheckReport report = CheckReport.of(List.of(failed, error, late, skipped), List.of(ERROR));
        Connection row = Connection.builder("artie", "source", UUID)
                .name("billing")
                .type("postgresql")
                .lastVerdict(RecordedVerdict.of(Verdict.PASSED, Optional.empty(), NOON))
                .target(ArtieTarget.saved(UUID))
                .build()
                .at("us");
        Connection paused = Connection.builder("datafold", "data source", "42")
                .notCheckable("it is paused")
                .build();
        return Stream.of(
                value("a target", ORDERS, ORDERS::toMap, "{" + ORDERS_FORM + "}"),
                value("a saved one", WAREHOUSE, WAREHOUSE::toMap, "{" + WAREHOUSE_FORM + "}"),
                targetOf(UnstructuredTarget.source(UUID), "unstructured", "source"),
                targetOf(UnstructuredTarget.destination(UUID), "unstructured", "destination"),
                targetOf(ArtieTarget.saved(UUID), "artie", "connector"),
                value(
                        "a result",
                        RESULT,
                        RESULT::toMap,
                        "{" + ORDERS_FORM + ",\"verdict\":\"FAILED\"," + FOUND + "," + DETAILS),
                value("a bare result", BARE, BARE::toMap, "{" + WAREHOUSE_FORM + ",\"verdict\":\"PASSED\"," + BARE_DETAILS),
                value("an outcome", failed, failed::toMap, FAILED_OUTCOME),
                value("an error's outcome", error, error::toMap, ERROR_OUTCOME),
                value("a deadline's outcome", late, late::toMap, LATE_OUTCOME),
                value("a skipped outcome", skipped, skipped::toMap, SKIPPED_OUTCOME),
                value("an error", ERROR, ERROR::toMap, ERROR_FORM),
                value(
                        "a report",
                        report,
                        report::toMap,
                        "{\"schema\":1,\"summary\":{\"passed\":0,\"failed\":1,\"inconclusive\":0,\"error\":2,\"skipped\":1},"
                                + "\"outcomes\":["
                                + String.join(",", FAILED_OUTCOME, ERROR_OUTCOME, LATE_OUTCOME, SKIPPED_OUTCOME)
                                + "],\"errors\":[" + ERROR_FORM + "]}"),
                value(
                        "a row",
                        row,
                        row::toMap,
                        "{\"vendor\":\"artie\",\"account\":\"us\",\"kind\":\"source\",\"id\":\"" + UUID
                                + "\",\"name\":\"billing\",\"type\":\"postgresql\",\"checkable\":true,\"reason\":null,"
                                + "\"lastVerdict\":{\"verdict\":\"PASSED\",\"message\":null,\"at\":\"2026-11-21T12:00:00Z\"}}"),
                value(
                        "a row that can't be checked",
                        paused,
                        paused::toMap,
                        "{\"vendor\":\"datafold\",\"account\":null,\"kind\":\"data source\",\"id\":\"42\",\"name\":\"\","
                                + "\"type\":\"\",\"checkable\":false,\"reason\":\"it is paused\",\"lastVerdict\":null}"));
    }

    private static Arguments targetOf(CheckTarget target, String vendor, String kind) {
        return value(
                target.toString(),
                target,
                target::toMap,
                "{\"name\":null,\"vendor\":\"" + vendor + "\",\"kind\":\"" + kind + "\",\"id\":\"" + UUID
                        + "\",\"account\":null}");
    }

    private static Arguments value(String name, Object value, Supplier<Map<String, Object>> map, String json) {
        return Arguments.of(Named.of(name, value), map.get(), json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void plainJacksonWritesTheDocumentedForm(Object value, Map<String, Object> map, String json) {
        assertThat(Mapper.JACKSON_2.write(value)).contains(json);
        assertThat(Mapper.JACKSON_3.write(value)).contains(json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void jacksonWritesTheSameHoweverMuchItSees(Object value, Map<String, Object> map, String json) {
        assertThat(Mapper.JACKSON_2_THAT_SEES_EVERYTHING.write(value)).contains(json);
        assertThat(Mapper.JACKSON_3_THAT_SEES_EVERYTHING.write(value)).contains(json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void anyMapperWritesTheMapAsTheDocumentedForm(Object value, Map<String, Object> map, String json) {
        assertThat(Mapper.GSON_WITH_NULLS.write(map)).contains(json);
    }

    @ParameterizedTest
    @MethodSource("values")
    void theMapHoldsJsonValuesOnly(Object value, Map<String, Object> map, String json) {
        assertThat(map).satisfies(JsonFormTest::requireJson);
    }

    private static void requireJson(Object value) {
        if (value instanceof Map<?, ?> map) {
            assertThat(map.keySet()).allMatch(String.class::isInstance);
            map.values().forEach(JsonFormTest::requireJson);
        } else if (value instanceof List<?> list) {
            list.forEach(JsonFormTest::requireJson);
        } else if (value != null) {
            assertThat(value).isInstanceOfAny(String.class, Integer.class, Long.class, Boolean.class);
        }
    }
}
