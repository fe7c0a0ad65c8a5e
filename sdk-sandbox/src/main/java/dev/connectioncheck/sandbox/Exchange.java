package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;

/** One request on its way through a stand-in: what was asked, and the socket for the faults that need it bare. */
record Exchange(RecordedRequest request, Connections.Accepted connection, Instant receivedAt) {
    Socket socket() {
        return connection.socket();
    }

    boolean isHttp2() {
        return request.getVersion().startsWith("HTTP/2");
    }

    /** How many requests came over the same connection before. */
    int number() {
        return request.getExchangeIndex();
    }

    String method() {
        return request.getMethod();
    }

    boolean is(String method) {
        return request.getMethod().equals(method);
    }

    String path() {
        return request.getUrl().encodedPath();
    }

    /** The path as frameworks see it: decoded, whatever stands in it. */
    String decodedPath() {
        String target = request.getTarget();
        int query = target.indexOf('?');
        String path = query < 0 ? target : target.substring(0, query);
        try {
            return URLDecoder.decode(path.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            return path;
        }
    }

    /** Path and query as sent. */
    String target() {
        return request.getTarget();
    }

    /** Every parameter of the query in the order of their names; of several of one name the last counts. */
    SortedMap<String, String> queryParameters() {
        SortedMap<String, String> parameters = new TreeMap<>();
        var url = request.getUrl();
        for (int i = 0; i < url.querySize(); i++) {
            parameters.put(
                    url.queryParameterName(i),
                    Optional.ofNullable(url.queryParameterValue(i)).orElse(""));
        }
        return parameters;
    }

    /** The origin that the client believes it talks to; frameworks behind a proxy see plain http unless told. */
    String origin() {
        return header("X-Forwarded-Proto").orElse("http") + "://"
                + header("Host").orElse("localhost");
    }

    Optional<String> query(String name) {
        return Optional.ofNullable(request.getUrl().queryParameter(name));
    }

    Optional<String> header(String name) {
        return Optional.ofNullable(request.getHeaders().get(name));
    }

    boolean accepts(String type) {
        return header("Accept").filter(accept -> accept.contains(type)).isPresent();
    }

    String bodyText() {
        return Optional.ofNullable(request.getBody()).map(body -> body.utf8()).orElse("");
    }

    /** The body as JSON; empty if it is malformed or absent. */
    Optional<JsonNode> json() {
        return Json.read(bodyText());
    }

    SandboxRequest toRecord() {
        List<Header> headers = headers();
        return new SandboxRequest(request.getMethod(), request.getTarget(), headers, bodyText(), receivedAt);
    }

    private List<Header> headers() {
        var headers = request.getHeaders();
        return IntStream.range(0, headers.size())
                .mapToObj(i -> new Header(headers.name(i), headers.value(i)))
                .toList();
    }
}
