package dev.connectioncheck.sandbox;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One exchange of a recording of Squared's server, as the recording writes it. */
record RecordedExchange(
        String title,
        String method,
        String path,
        String body,
        String workspace,
        String key,
        String accept,
        int status,
        Map<String, String> headers,
        String answer) {
    private static final Pattern SECTION =
            Pattern.compile("### (?<title>.*)\n(?<method>[A-Z]+) (?<path>\\S+) (?<body>.*?) ?(?<sent>ws=\\S+ tok=.*)\n"
                    + "=> (?<status>\\d+) (?<headers>.*)\n?(?<answer>(?s:.*))");
    private static final Pattern HEADER =
            Pattern.compile("(etag|cache-control|vary|location|content-length)=(.*?)(?= [a-z-]+=|$)");

    static Stream<RecordedExchange> all(String resource) {
        return Pattern.compile("\n(?=### )")
                .splitAsStream(read(resource))
                .skip(1)
                .map(RecordedExchange::parsed);
    }

    private static RecordedExchange parsed(String section) {
        Matcher parts = SECTION.matcher(section.stripTrailing());
        if (!parts.matches()) {
            throw new IllegalArgumentException("not an exchange: " + section);
        }
        Map<String, String> headers = new TreeMap<>();
        headers.put("content-type", parts.group("headers").replaceFirst(" x-request-id.*", ""));
        Matcher header = HEADER.matcher(parts.group("headers"));
        while (header.find()) {
            headers.put(header.group(1), header.group(2));
        }
        return new RecordedExchange(
                parts.group("title"),
                parts.group("method"),
                parts.group("path"),
                parts.group("body"),
                parts.group("sent").replaceFirst("^ws=(\\S+).*", "$1"),
                parts.group("sent").contains("Viewer")
                        ? "viewer"
                        : parts.group("sent").contains("tok=nil") ? "none" : "good",
                parts.group("sent").contains("{no Accept}") ? "" : "application/json",
                Integer.parseInt(parts.group("status")),
                headers,
                parts.group("answer"));
    }

    /** The instants that the answer speaks of, the last first. */
    List<String> instants() {
        return Pattern.compile("\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z")
                .matcher(answer)
                .results()
                .map(found -> found.group())
                .sorted((one, other) -> other.compareTo(one))
                .toList();
    }

    private static String read(String resource) {
        try (InputStream text = RecordedExchange.class.getResourceAsStream(resource)) {
            return new String(Objects.requireNonNull(text).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
