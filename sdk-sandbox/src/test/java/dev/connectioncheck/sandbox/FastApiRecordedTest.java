package dev.connectioncheck.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.extension.RegisterExtension;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What FastAPI does before a vendor's own code runs, at the stand-ins for the two vendors that are built on it. */
class FastApiRecordedTest {
    private static final UUID RECORDED = UUID.fromString("b3e8bc60-c7b0-450a-afab-572d4faf8c28");
    private static final Pattern SECTION = Pattern.compile(
            "### (?<method>[A-Z]+) (?<path>\\S+) ?(?<body>.*?)(?<stranger> ?\\{no key})?\n=> (?<status>\\d+) ?(?<headers>.*)\n?(?<answer>(?s:.*))");

    @RegisterExtension
    static final SandboxExtension SANDBOX = new SandboxExtension();

    static Stream<Recorded> unstructured() throws IOException {
        return recorded().filter(each -> !each.path().contains("data_sources"));
    }

    static Stream<Recorded> datafold() throws IOException {
        return recorded().filter(each -> each.path().contains("data_sources"));
    }

    @ParameterizedTest
    @MethodSource("unstructured")
    void unstructuredAnswersAsTheFrameworkDoes(Recorded exchange) {
        UUID id = SANDBOX.unstructured().source(Behavior.passes());
        UnaryOperator<String> moved = text -> inEveryForm(text, id);
        Caller caller =
                exchange.stranger() ? new Caller(SANDBOX.unstructured()) : Caller.unstructured(SANDBOX.sandbox());

        HttpResponse<String> response = caller.call(exchange.method(), moved.apply(exchange.path()), exchange.body());

        assertThat(response.statusCode()).as(response.body()).isEqualTo(exchange.status());
        if (exchange.status() >= 300) {
            assertThat(response.body()).isEqualTo(moved.apply(exchange.answer()));
        }
        assertHeaders(exchange, response, moved, SANDBOX.unstructured());
    }

    /** A number that is read is the number of nothing, which the vendor tells in words of its own. */
    @ParameterizedTest
    @MethodSource("datafold")
    void datafoldAnswersAsTheFrameworkDoes(Recorded exchange) {
        HttpResponse<String> response =
                Caller.datafold(SANDBOX.sandbox()).call(exchange.method(), exchange.path(), exchange.body());

        boolean itsOwn = exchange.status() == 404 || exchange.status() == 200;
        assertThat(response.statusCode()).as(response.body()).isEqualTo(itsOwn ? 404 : exchange.status());
        if (!itsOwn) {
            assertThat(response.body()).isEqualTo(exchange.answer());
            assertHeaders(exchange, response, UnaryOperator.identity(), SANDBOX.datafold());
        }
    }

    private static void assertHeaders(
            Recorded exchange, HttpResponse<String> response, UnaryOperator<String> moved, VendorSandbox vendor) {
        String host = URI.create(vendor.baseUrl()).getAuthority();
        exchange.headers()
                .forEach((name, value) -> assertThat(response.headers().firstValue(name))
                        .as(name)
                        .contains(moved.apply(value).replace("{host}", host)));
    }

    private static String inEveryForm(String text, UUID id) {
        String digits = RECORDED.toString().replace("-", "");
        return text.replace(RECORDED.toString(), id.toString())
                .replace(
                        RECORDED.toString().toUpperCase(Locale.ROOT),
                        id.toString().toUpperCase(Locale.ROOT))
                .replace(digits, id.toString().replace("-", ""));
    }

    private static Stream<Recorded> recorded() throws IOException {
        try (InputStream text = FastApiRecordedTest.class.getResourceAsStream("fastapi-recorded.txt")) {
            String all = new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
            return Pattern.compile("\n(?=### )").splitAsStream(all).skip(1).map(Recorded::parsed);
        }
    }

    record Recorded(
            String method,
            String path,
            String body,
            boolean stranger,
            int status,
            Map<String, String> headers,
            String answer) {
        static Recorded parsed(String section) {
            Matcher parts = SECTION.matcher(section.stripTrailing());
            if (!parts.matches()) {
                throw new IllegalArgumentException("not an exchange: " + section);
            }
            return new Recorded(
                    parts.group("method"),
                    parts.group("path"),
                    parts.group("body"),
                    parts.group("stranger") != null,
                    Integer.parseInt(parts.group("status")),
                    headers(parts.group("headers")),
                    parts.group("answer"));
        }

        private static Map<String, String> headers(String text) {
            return Stream.of(text.split(" ", -1))
                    .filter(header -> header.contains("="))
                    .map(header -> header.split("=", 2))
                    .collect(Collectors.toMap(header -> header[0], header -> header[1]));
        }

        @Override
        public String toString() {
            return method + " " + path + " " + body;
        }
    }
}
