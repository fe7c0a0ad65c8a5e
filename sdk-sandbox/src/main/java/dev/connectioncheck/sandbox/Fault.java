package dev.connectioncheck.sandbox;

import java.util.Objects;
import java.util.function.UnaryOperator;
import mockwebserver3.MockResponse;

/**
 * Describes one thing that goes wrong with one answer: a status, a body, or the wire itself.
 *
 * <p>Statuses and bodies replace the vendor's answer, and what was asked for is not done (see
 * {@link #afterProcessing}). Faults of the wire distort the answer that the vendor would have given, and what was asked
 * for is done, except for those that strike before or inside the headers. Immutable; every method returns a new value.
 * A fault that hangs ends when the sandbox closes.
 */
public final class Fault {
    private static final String HTML = "text/html; charset=utf-8";

    private final String name;
    private final Situation.Change change;
    private final Wire wire;

    private Fault(String name, Situation.Change change, Wire wire) {
        this.name = name;
        this.change = change;
        this.wire = wire;
    }

    /**
     * Answers with a status, and with the body that the vendor (or the proxy before it) sends along with that status.
     *
     * @param status an HTTP status from 200 to 599
     * @return the fault
     */
    public static Fault status(int status) {
        requireFinal(status);
        return answering("status " + status, situation -> situation.error(status));
    }

    /**
     * Answers 200 with a JSON text.
     *
     * @param json sent as it stands, well formed or not
     * @return the fault
     */
    public static Fault json(String json) {
        return replying(200, Answer.JSON, json).named("200 " + json);
    }

    /**
     * Answers 200 with a web page, as proxies and captive portals do.
     *
     * @return the fault
     */
    public static Fault html() {
        return replying(200, HTML, "<!DOCTYPE html><html><body><h1>Welcome</h1></body></html>")
                .named("HTML with 200");
    }

    /**
     * Answers with a status and without a body.
     *
     * @param status an HTTP status from 200 to 599
     * @return the fault
     */
    public static Fault empty(int status) {
        return answering("empty " + status, situation -> Answer.empty(status));
    }

    /**
     * Gives the vendor's answer with its text changed.
     *
     * @param change gets the body, empty if there is none, and gives the one to send
     * @return the fault
     */
    public static Fault rewritten(UnaryOperator<String> change) {
        Objects.requireNonNull(change, "change");
        return answering("rewritten body", situation -> {
            Answer answer = situation.normal();
            return answer.withBody(change.apply(answer.body()));
        });
    }

    /**
     * Gives the first half of the vendor's answer, under a matching content length.
     *
     * @return the fault
     */
    public static Fault truncatedJson() {
        return answering("truncated JSON", situation -> {
            Answer answer = Wires.filled(situation.normal());
            return answer.withBody(answer.body().substring(0, answer.body().length() / 2));
        });
    }

    /**
     * Gives the vendor's answer under another content type.
     *
     * @param contentType the header's value
     * @return the fault
     */
    public static Fault contentType(String contentType) {
        return answering(
                "content type " + contentType, situation -> situation.normal().contentType(contentType));
    }

    /**
     * Gives the vendor's answer without a content type.
     *
     * @return the fault
     */
    public static Fault noContentType() {
        return answering("no content type", situation -> situation.normal().withoutContentType());
    }

    /**
     * Resets the connection once the request was read; what was asked for is not done.
     *
     * @return the fault
     */
    public static Fault resetBeforeHeaders() {
        return breaking("reset before headers", Wires::resetBeforeHeaders);
    }

    /**
     * Resets the connection inside a header line; what was asked for is not done.
     *
     * @return the fault
     */
    public static Fault resetInsideHeaders() {
        return breaking("reset inside headers", Wires::resetInsideHeaders);
    }

    /**
     * Resets the connection after the headers.
     *
     * @return the fault
     */
    public static Fault resetAfterHeaders() {
        return distorting("reset after headers", Wires::resetAfterHeaders);
    }

    /**
     * Resets the connection halfway through the body.
     *
     * @return the fault
     */
    public static Fault resetInsideBody() {
        return distorting("reset inside body", Wires::resetInsideBody);
    }

    /**
     * Takes the request and never says a word; what was asked for is not done.
     *
     * @return the fault
     */
    public static Fault silentBeforeHeaders() {
        return breaking("silence after accept", Wires::silentBeforeHeaders);
    }

    /**
     * Falls silent inside a header line; what was asked for is not done.
     *
     * @return the fault
     */
    public static Fault silentInsideHeaders() {
        return breaking("silence inside headers", Wires::silentInsideHeaders);
    }

    /**
     * Falls silent after the headers.
     *
     * @return the fault
     */
    public static Fault silentAfterHeaders() {
        return distorting("silence after headers", Wires::silentAfterHeaders);
    }

    /**
     * Falls silent halfway through the body.
     *
     * @return the fault
     */
    public static Fault silentInsideBody() {
        return distorting("silence inside body", Wires::silentInsideBody);
    }

    /**
     * Sends the body one byte a second.
     *
     * @return the fault
     */
    public static Fault byteASecond() {
        return distorting("one byte a second", Wires::byteASecond);
    }

    /**
     * Sends headers for ever; what was asked for is not done.
     *
     * @return the fault
     */
    public static Fault endlessHeaders() {
        return breaking("never-ending headers", Wires::endlessHeaders);
    }

    /**
     * Sends a body for ever.
     *
     * @return the fault
     */
    public static Fault endlessBody() {
        return distorting("never-ending body", (answer, exchange) -> StreamedBody.endless(answer));
    }

    /**
     * Sends little that unpacks to much: compressed blanks before the vendor's answer, whether or not the client asked
     * for compression.
     *
     * @param mebibytes size when unpacked
     * @return the fault
     */
    public static Fault gzipBomb(int mebibytes) {
        return distorting(
                "gzip bomb of " + mebibytes + " MiB",
                (answer, exchange) -> StreamedBody.gzipBomb(answer, mebibytes * 1024L * 1024L));
    }

    /**
     * Puts a string of great size before the fields of the vendor's answer.
     *
     * @param mebibytes size of the string; it is streamed, never held
     * @return the fault
     */
    public static Fault hugeJson(int mebibytes) {
        return distorting(
                mebibytes + " MiB of JSON", (answer, exchange) -> StreamedBody.huge(answer, mebibytes * 1024L * 1024L));
    }

    /**
     * Puts deeply nested arrays before the fields of the vendor's answer.
     *
     * @param levels depth
     * @return the fault
     */
    public static Fault deeplyNested(int levels) {
        return distorting(levels + " levels of nesting", (answer, exchange) -> StreamedBody.nested(answer, levels));
    }

    /**
     * Puts a string with bytes that are no UTF-8 before the fields of the vendor's answer.
     *
     * @return the fault
     */
    public static Fault invalidUtf8() {
        return distorting("invalid UTF-8", (answer, exchange) -> StreamedBody.invalidUtf8(answer));
    }

    /**
     * Promises more bytes than it sends, then closes the connection.
     *
     * @return the fault
     */
    public static Fault contentLengthTooLong() {
        return distorting("content length too long", Wires::contentLengthTooLong);
    }

    /**
     * Promises half of the bytes that it sends.
     *
     * @return the fault
     */
    public static Fault contentLengthTooShort() {
        return distorting("content length too short", Wires::contentLengthTooShort);
    }

    /**
     * Gives the vendor's answer unharmed, then closes the kept-alive connection without having said so.
     *
     * @return the fault
     */
    public static Fault closedAfterwards() {
        return distorting("connection closed after the response", Wires::closedAfterwards);
    }

    /**
     * Gives the vendor's answer under another status, for example a start that is answered 200 or 201 instead of 202.
     *
     * @param status an HTTP status from 200 to 599
     * @return the fault
     */
    public static Fault otherStatus(int status) {
        requireFinal(status);
        return answering("answered " + status, situation -> situation.normal().withStatus(status));
    }

    /**
     * Answers 200 with a well-formed JSON object of somebody else's making, in which a careless client may see success.
     *
     * @return the fault; {@link Faults#foreignObjects} has more of them
     */
    public static Fault foreignObject() {
        return json("{\"message\":\"OK\",\"data\":{\"healthy\":true}}").named("a foreign object with 200");
    }

    /**
     * Refuses the stream (HTTP/2 error {@code REFUSED_STREAM}): the request was not processed, and may be retried.
     *
     * <p>Over HTTP/1.1, which knows no streams, the connection is closed without an answer. Streams are numbered as
     * OkHttp does it; other clients of HTTP/2 may see another of their streams refused.
     *
     * @return the fault
     */
    public static Fault refusedStream() {
        return breaking("refused stream", Wires::refusedStream);
    }

    /**
     * Gives the vendor's answer, and says that this connection takes no further request (HTTP/2 {@code GOAWAY}), as
     * servers do after a number of requests or when they are reloaded.
     *
     * <p>Over HTTP/1.1 the connection is closed after the answer, without a word.
     *
     * @return the fault
     */
    public static Fault goAway() {
        return distorting("GOAWAY", Wires::goAway);
    }

    /**
     * Lets the connection die without a sign, as when a cable is cut: neither this request nor any other on this
     * connection, nor a ping, is ever answered, and nothing is closed. What was asked for is not done.
     *
     * @return the fault
     */
    public static Fault connectionDies() {
        return breaking("silent death of the connection", Wires::connectionDies);
    }

    /**
     * Gives the vendor's answer; the next request on this connection is met by its silent death
     * ({@link #connectionDies}).
     *
     * @return the fault
     */
    public static Fault connectionDiesAfterwards() {
        return distorting("silent death of the kept-alive connection", Wires::connectionDiesAfterwards);
    }

    /**
     * Replaces the body and its content type.
     *
     * @param contentType for example {@code text/html}
     * @param text the body
     * @return the changed fault
     */
    public Fault body(String contentType, String text) {
        return changed(answer -> answer.withBody(text).contentType(contentType));
    }

    /**
     * Adds a header.
     *
     * @param header its name
     * @param value its value
     * @return the changed fault
     */
    public Fault header(String header, String value) {
        return changed(answer -> answer.header(header, value)).named(name + ", " + header + ": " + value);
    }

    /**
     * Adds a {@code Retry-After} header.
     *
     * @param value sent as it stands: seconds, a date, or nonsense
     * @return the changed fault
     */
    public Fault retryAfter(String value) {
        return header("Retry-After", value);
    }

    /**
     * Does what was asked for before it goes wrong: a check is started, a connector created, and only the answer is
     * lost.
     *
     * @return the changed fault
     */
    public Fault afterProcessing() {
        Situation.Change processed = situation -> {
            Answer answer = situation.normal();
            return change.apply(new Situation(() -> answer, situation.errors()));
        };
        return new Fault(name + ", after processing", processed, wire);
    }

    /**
     * Gives the fault another name.
     *
     * @param name for reports and test names
     * @return the changed fault
     */
    public Fault named(String name) {
        return new Fault(Objects.requireNonNull(name, "name"), change, wire);
    }

    /**
     * Names the fault for reports and test names.
     *
     * @return a few words, never empty
     */
    public String name() {
        return name;
    }

    @Override
    public String toString() {
        return name;
    }

    MockResponse respond(Situation situation, Exchange exchange) throws InterruptedException {
        return wire.send(change.apply(situation), exchange);
    }

    private static void requireFinal(int status) {
        if (status < 200 || status > 599) {
            throw new IllegalArgumentException("no final HTTP status: " + status);
        }
    }

    private static Fault replying(int status, String contentType, String text) {
        return answering("" + status, situation -> Answer.text(status, contentType, text));
    }

    private static Fault answering(String name, Situation.Change change) {
        return new Fault(name, change, (answer, exchange) -> answer.toResponse().build());
    }

    private static Fault breaking(String name, Wire wire) {
        return new Fault(name, situation -> Answer.empty(200), wire);
    }

    private static Fault distorting(String name, Wire wire) {
        return new Fault(name, Situation::normal, wire);
    }

    private Fault changed(UnaryOperator<Answer> further) {
        return new Fault(name, situation -> further.apply(change.apply(situation)), wire);
    }
}
