package dev.connectioncheck.sandbox;

import java.util.ArrayList;
import java.util.List;
import mockwebserver3.MockResponse;
import okio.Buffer;

/** What a stand-in answers when nothing goes wrong; faults distort it. */
record Answer(int status, List<Header> headers, String body) {
    static final String JSON = "application/json";
    private static final String CONTENT_TYPE = "Content-Type";

    Answer {
        headers = List.copyOf(headers);
    }

    static Answer json(int status, Object body) {
        return new Answer(status, List.of(new Header(CONTENT_TYPE, JSON)), Json.write(body));
    }

    static Answer text(int status, String contentType, String body) {
        return new Answer(status, List.of(new Header(CONTENT_TYPE, contentType)), body);
    }

    static Answer empty(int status) {
        return new Answer(status, List.of(), "");
    }

    Answer header(String name, String value) {
        List<Header> more = new ArrayList<>(headers);
        more.add(new Header(name, value));
        return new Answer(status, more, body);
    }

    /** The value of a header; empty text if it is not there. */
    String headerValue(String name) {
        return headers.stream()
                .filter(header -> header.is(name))
                .map(Header::value)
                .findFirst()
                .orElse("");
    }

    Answer contentType(String contentType) {
        return withoutContentType().header(CONTENT_TYPE, contentType);
    }

    Answer withoutContentType() {
        List<Header> others =
                headers.stream().filter(header -> !header.is(CONTENT_TYPE)).toList();
        return new Answer(status, others, body);
    }

    Answer withStatus(int other) {
        return new Answer(other, headers, body);
    }

    Answer withBody(String text) {
        return new Answer(status, headers, text);
    }

    boolean hasBody() {
        return !body.isEmpty();
    }

    MockResponse.Builder toResponse() {
        MockResponse.Builder response = new MockResponse.Builder().status(Reasons.statusLine(status));
        for (Header header : headers) {
            response.addHeaderLenient(header.name(), header.value());
        }
        // These have no body by definition: clients would take one for the start of the next answer.
        return status == 204 || status == 304
                ? response.removeHeader("Content-Length")
                : response.body(new Buffer().writeUtf8(body));
    }
}
