package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** Lists the faults that a client of any vendor should survive, for tests that go through them all. */
public final class Faults {
    private static final int HUGE_MEBIBYTES = 100;
    private static final int BOMB_MEBIBYTES = 1024;
    private static final int DEEP_LEVELS = 200_000;
    private static final int TOO_MANY_REQUESTS = 429;

    private Faults() {}

    /**
     * Lists every fault of this class that every sandbox can play: all but {@link #http2}.
     *
     * @return {@link #wire}, {@link #bodies}, {@link #foreignObjects}, {@link #statuses} and {@link #retryAfter}, each
     *     under a name of its own
     */
    public static List<Fault> all() {
        return Stream.of(wire(), bodies(), foreignObjects(), statuses(), retryAfter())
                .flatMap(List::stream)
                .toList();
    }

    /**
     * Lists what can go wrong beneath HTTP or with its framing.
     *
     * @return the faults
     */
    public static List<Fault> wire() {
        return List.of(
                Fault.resetBeforeHeaders(),
                Fault.resetInsideHeaders(),
                Fault.resetAfterHeaders(),
                Fault.resetInsideBody(),
                Fault.silentBeforeHeaders(),
                Fault.silentInsideHeaders(),
                Fault.silentAfterHeaders(),
                Fault.silentInsideBody(),
                Fault.byteASecond(),
                Fault.endlessHeaders(),
                Fault.endlessBody(),
                Fault.contentLengthTooLong(),
                Fault.contentLengthTooShort(),
                Fault.closedAfterwards());
    }

    /**
     * Lists bodies that no client expects.
     *
     * @return the faults
     */
    public static List<Fault> bodies() {
        return List.of(
                Fault.gzipBomb(BOMB_MEBIBYTES),
                Fault.hugeJson(HUGE_MEBIBYTES),
                Fault.deeplyNested(DEEP_LEVELS),
                Fault.invalidUtf8(),
                Fault.truncatedJson(),
                Fault.rewritten(Faults::withEveryFieldTwice).named("duplicate keys"),
                Fault.rewritten(Faults::withNumbersPastSixtyFourBits).named("numbers past 64 bits"),
                Fault.html(),
                Fault.empty(200),
                Fault.empty(202),
                Fault.empty(204),
                Fault.json("null"),
                Fault.json("[]"),
                Fault.json("\"SUCCESS\""),
                Fault.json("{}"),
                Fault.contentType("text/plain"),
                Fault.contentType("nonsense"),
                Fault.noContentType());
    }

    /**
     * Lists every registered status from 300 to 511; redirections point to another origin.
     *
     * @return the faults
     */
    public static List<Fault> statuses() {
        return statusCodes().stream().map(Faults::status).toList();
    }

    /**
     * Lists every registered status from 300 to 511.
     *
     * @return the IANA registry's numbers, unused and withdrawn ones left out
     */
    public static List<Integer> statusCodes() {
        return registered().boxed().toList();
    }

    /**
     * Lists answers of status 429 with every kind of {@code Retry-After}.
     *
     * @return the faults
     */
    public static List<Fault> retryAfter() {
        return Stream.of(
                        "2",
                        "0",
                        "-1",
                        "99999999999999999999",
                        "Thu, 01 Jan 2099 00:00:00 GMT",
                        "Thu, 01 Jan 1970 00:00:00 GMT",
                        "soon",
                        "")
                .map(value -> Fault.status(TOO_MANY_REQUESTS).retryAfter(value))
                .toList();
    }

    /**
     * Lists what a server of HTTP/2 can do to a connection; the sandbox must speak it ({@link Sandbox.Builder#http2}).
     *
     * @return the faults; not among {@link #all}
     */
    public static List<Fault> http2() {
        return List.of(Fault.refusedStream(), Fault.goAway(), Fault.connectionDies(), Fault.connectionDiesAfterwards());
    }

    /**
     * Lists well-formed JSON objects with status 200 that no vendor's documentation knows, though they look friendly.
     *
     * @return the faults; {@code 200 {}} is one of {@link #bodies}
     */
    public static List<Fault> foreignObjects() {
        return Stream.of(
                        "{\"message\":\"OK\",\"data\":{\"healthy\":true}}",
                        "{\"success\":true}",
                        "{\"status\":\"ok\"}",
                        "{\"error\":null,\"errors\":[\"no route to host\"]}",
                        "{\"error\":\"\",\"warning\":\"login failed\"}",
                        "{\"error\":false}",
                        "{\"error\":{\"message\":\"login failed\"}}",
                        "{\"result\":{\"error\":\"login failed\"}}",
                        "{\"Error\":\"login failed\"}")
                .map(Fault::json)
                .toList();
    }

    private static String withEveryFieldTwice(String body) {
        boolean fields = body.startsWith("{") && body.length() > 2;
        return fields ? body.substring(0, body.length() - 1) + "," + body.substring(1) : body;
    }

    private static String withNumbersPastSixtyFourBits(String body) {
        String grown = body.replaceAll("\":(\\d+)", "\":$1" + "0".repeat(20));
        return grown.replaceFirst("^\\{\"", "{\"padding\":" + "9".repeat(30) + ",\"");
    }

    private static Fault status(int status) {
        boolean redirects = status < 400 && status != 304;
        Fault fault = Fault.status(status);
        return redirects ? fault.header("Location", "http://elsewhere.invalid/").named(fault.name()) : fault;
    }

    private static IntStream registered() {
        return Stream.of(
                        IntStream.rangeClosed(300, 305),
                        IntStream.rangeClosed(307, 308),
                        IntStream.rangeClosed(400, 417),
                        IntStream.rangeClosed(421, 426),
                        IntStream.of(428, 429, 431, 451),
                        IntStream.rangeClosed(500, 508),
                        IntStream.of(510, 511))
                .flatMapToInt(range -> range);
    }
}
