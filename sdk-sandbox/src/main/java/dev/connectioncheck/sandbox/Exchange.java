package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.Socket;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import mockwebserver3.RecordedRequest;

/** One request on its way through a stand-in: what was asked, and the socket for the faults that need it bare. */
record Exchange(RecordedRequest request, Socket socket, Instant receivedAt) {
    String method() {
        return request.getMethod();
    }

    boolean is(String method) {
        return request.getMethod().equals(method);
    }

    String path() {
        return request.getUrl().encodedPath();
    }

    List<String> segments() {
        return request.getUrl().pathSegments();
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
