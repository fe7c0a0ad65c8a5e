package dev.connectioncheck.cli.report;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.ConnectionCheckException;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/**
 * Writes a report as JUnit's XML, a test for each connection. Jenkins validates it; GitLab shows what stands in the
 * elements, not the attribute {@code message}, and drops tests whose name it has seen.
 */
final class JunitXml {
    private static final DateTimeFormatter TIMESTAMP =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss", Locale.ROOT);
    private static final String SUITE = "connections";

    private final Xml xml = new Xml();
    private final Set<String> names = new HashSet<>();

    private JunitXml() {}

    static String of(Run run) {
        return new JunitXml().write(run);
    }

    private String write(Run run) {
        xml.raw("<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n");
        xml.begin("testsuites", numbers(run)).line();
        xml.begin("testsuite", suite(run)).line();
        run.report().outcomes().forEach(this::test);
        run.report().errors().forEach(this::unlisted);
        return xml.end().line().end().line().finish();
    }

    private static Map<String, String> numbers(Run run) {
        int tests = run.report().outcomes().size() + run.report().errors().size();
        int failures = run.report().count(CheckStatus.FAILED);
        int skipped = run.report().count(CheckStatus.SKIPPED);
        int errors = tests - failures - skipped - run.report().count(CheckStatus.PASSED);
        Map<String, String> numbers = new LinkedHashMap<>();
        numbers.put("name", SUITE);
        numbers.put("tests", Integer.toString(tests));
        numbers.put("failures", Integer.toString(failures));
        numbers.put("errors", Integer.toString(errors));
        numbers.put("time", seconds(run.elapsed()));
        return numbers;
    }

    private static Map<String, String> suite(Run run) {
        Map<String, String> suite = numbers(run);
        suite.put("skipped", Integer.toString(run.report().count(CheckStatus.SKIPPED)));
        suite.put("timestamp", TIMESTAMP.format(run.began().atOffset(ZoneOffset.UTC)));
        return suite;
    }

    private void test(CheckOutcome outcome) {
        String where = SUITE + "." + outcome.target().vendor()
                + outcome.target().account().map(account -> "." + account).orElse("");
        xml.begin("testcase", test(where, Words.name(outcome), Words.elapsed(outcome)));
        switch (outcome.status()) {
            case PASSED -> {}
            case FAILED -> problem("failure", "FAILED", Words.message(outcome), Words.details(outcome));
            case SKIPPED -> problem("skipped", "SKIPPED", Words.message(outcome), Words.details(outcome));
            default -> problem("error", type(outcome), Words.message(outcome), Words.details(outcome));
        }
        xml.end().line();
    }

    private static String type(CheckOutcome outcome) {
        return outcome.error()
                .map(error -> error.getClass().getSimpleName())
                .orElseGet(() -> outcome.status().name());
    }

    private void unlisted(ConnectionCheckException error) {
        String message = String.valueOf(error.getMessage());
        xml.begin("testcase", test(SUITE + "." + error.vendor(), Words.name(error), Duration.ZERO));
        problem("error", error.getClass().getSimpleName(), message, List.of(message));
        xml.end().line();
    }

    private Map<String, String> test(String where, String name, Duration time) {
        Map<String, String> test = new LinkedHashMap<>();
        test.put("classname", where);
        test.put("name", unique(Plain.line(name)));
        test.put("time", seconds(time));
        return test;
    }

    private String unique(String name) {
        String unique = name;
        for (int i = 2; !names.add(unique); i++) {
            unique = name + " (" + i + ")";
        }
        return unique;
    }

    private void problem(String element, String type, String message, List<String> details) {
        Map<String, String> attributes = new LinkedHashMap<>();
        attributes.put("message", message);
        attributes.put("type", type);
        xml.element(element, attributes, String.join("\n", details));
    }

    private static String seconds(Duration time) {
        return String.format(Locale.ROOT, "%.3f", time.toMillis() / 1000.0);
    }
}
