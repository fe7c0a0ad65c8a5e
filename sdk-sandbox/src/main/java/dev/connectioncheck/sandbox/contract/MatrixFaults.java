package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.sandbox.Fault;
import dev.connectioncheck.sandbox.Faults;
import dev.connectioncheck.sandbox.contract.MatrixFault.Silence;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every fault of the matrix with what has to come of it, in the order of the table. */
final class MatrixFaults {
    private static final int BAD_REQUEST = 400;
    private static final int TOO_MANY_REQUESTS = 429;
    private static final int SERVER_ERROR = 500;
    /** Not of the matrix: it strikes the operation after the one that is to be struck. */
    static final String NEXT_STRUCK = Fault.connectionDiesAfterwards().name();

    private static final Set<String> UNHARMING = Set.of(
            "content type text/plain",
            "content type nonsense",
            "no content type",
            "connection closed after the response");
    private static final Set<String> TOO_LONG = Set.of("gzip bomb of 1024 MiB", "100 MiB of JSON");
    private static final Set<String> SAYING_NOTHING = Set.of("200 null", "200 []", "200 \"SUCCESS\"", "200 {}");

    private MatrixFaults() {}

    /** Lists them; redirections point to the given place, which nobody may ever ask. */
    static List<MatrixFault> all(String elsewhere) {
        List<MatrixFault> all = new ArrayList<>(origins());
        Faults.wire().forEach(fault -> all.add(wire(fault)));
        Faults.http2().stream()
                .filter(fault -> !fault.name().equals(NEXT_STRUCK))
                .forEach(fault -> all.add(http2(fault).overHttp2()));
        Faults.bodies().forEach(fault -> all.add(body(fault)));
        Faults.foreignObjects().forEach(fault -> all.add(MatrixFault.of(fault, Expectation::undecided)));
        Faults.statusCodes().forEach(status -> all.add(status(status, elsewhere)));
        Faults.retryAfter().forEach(fault -> all.add(retryAfter(fault)));
        all.addAll(echoes());
        return all;
    }

    private static List<MatrixFault> origins() {
        return List.of(
                MatrixFault.at("connection refused", Expectation::notSent, Silence.NEVER, Origin::refusing),
                MatrixFault.at("name not found", Expectation::notSent, Silence.NEVER, Origin::withoutAddress),
                MatrixFault.at("no thread can be made", Expectation::notSent, Silence.NEVER, Origin::withoutThreads),
                MatrixFault.at("TLS: untrusted", Expectation::distrusted, Silence.NEVER, Origin::untrusted),
                MatrixFault.at("TLS: wrong host", Expectation::distrusted, Silence.NEVER, Origin::ofAnotherName),
                MatrixFault.at("TLS: handshake cut", Expectation::notSent, Silence.NEVER, Origin::cuttingHandshakes),
                MatrixFault.at(
                        "TLS: silence in the handshake",
                        Expectation::notSentInTime,
                        Silence.BEFORE,
                        Origin::silentInHandshakes),
                MatrixFault.at(
                        "silence before the request is read",
                        Expectation::silence,
                        Silence.ONCE_SENT,
                        Origin::neverReading));
    }

    private static MatrixFault wire(Fault fault) {
        if (fault.name().startsWith("silence") || fault.name().startsWith("one byte")) {
            return MatrixFault.silent(fault, Expectation::silence);
        }
        return switch (fault.name()) {
            case "never-ending body" -> MatrixFault.of(fault, Expectation::tooLong);
            case "content length too short" -> MatrixFault.of(fault, Expectation::unreadable);
            case "connection closed after the response" -> MatrixFault.of(fault, Expectation::unharmed);
            default -> MatrixFault.of(fault, Expectation::noAnswer);
        };
    }

    private static MatrixFault http2(Fault fault) {
        return switch (fault.name()) {
            case "refused stream" -> MatrixFault.of(fault, Expectation::refusedUnseen);
            case "GOAWAY" -> MatrixFault.of(fault, Expectation::unharmed);
            default -> MatrixFault.silent(fault, Expectation::silence);
        };
    }

    private static MatrixFault body(Fault fault) {
        if (UNHARMING.contains(fault.name())) {
            return MatrixFault.of(fault, Expectation::unharmed);
        }
        if (fault.name().startsWith("empty") || SAYING_NOTHING.contains(fault.name())) {
            return MatrixFault.of(fault, Expectation::undecided);
        }
        if (TOO_LONG.contains(fault.name())) {
            return MatrixFault.of(fault, Expectation::tooLong);
        }
        boolean mayBeIgnored =
                fault.name().equals("numbers past 64 bits") || fault.name().equals("duplicate keys");
        return MatrixFault.of(fault, mayBeIgnored ? Expectation::unharmedOrUnreadable : Expectation::unreadable);
    }

    private static MatrixFault status(int status, String elsewhere) {
        Fault fault = Fault.status(status);
        boolean redirects = status < BAD_REQUEST;
        return MatrixFault.of(
                redirects ? fault.header("Location", elsewhere).named(fault.name()) : fault,
                Expectation.status(status));
    }

    /** Whoever is asked to wait past the deadline gives up at once; nonsense counts as not being asked. */
    private static MatrixFault retryAfter(Fault fault) {
        boolean tooLong = fault.name().contains("9999") || fault.name().contains("2099");
        return MatrixFault.of(fault, tooLong ? Expectation::refusedForTooLong : Expectation.status(TOO_MANY_REQUESTS));
    }

    /** What the client sent comes back, where people put things that others then log. */
    private static List<MatrixFault> echoes() {
        return List.of(
                echo("the secrets come back in an error 400", BAD_REQUEST, secrets -> told(BAD_REQUEST, secrets)),
                echo("the secrets come back in an error 500", SERVER_ERROR, secrets -> told(SERVER_ERROR, secrets)),
                echo(
                        "the secrets come back in a field's name",
                        BAD_REQUEST,
                        secrets -> Fault.status(BAD_REQUEST)
                                .body("application/json", "{\"errors\":{\"" + all(secrets) + "\":[\"is odd\"]}}")),
                echo("the secrets come back in headers", SERVER_ERROR, MatrixFaults::inHeaders),
                MatrixFault.echoing(
                        "the secrets come back in a page with 200",
                        Expectation::unreadable,
                        secrets -> Fault.html().body("text/html", "<p>" + all(secrets) + "</p>")),
                MatrixFault.echoing(
                        "the secrets come back in broken JSON",
                        Expectation::unreadable,
                        secrets -> Fault.json("{\"status\": \"" + all(secrets) + "\", \"id\": " + all(secrets))));
    }

    private static MatrixFault echo(String name, int status, Function<List<String>, Fault> fault) {
        return MatrixFault.echoing(name, Expectation.status(status), fault);
    }

    private static Fault told(int status, List<String> secrets) {
        return Fault.status(status).body("application/json", "{\"message\":\"refused: " + all(secrets) + "\"}");
    }

    private static Fault inHeaders(List<String> secrets) {
        String plain = String.join(" ", secrets);
        return Fault.status(SERVER_ERROR)
                .header("x-request-id", plain)
                .header("Retry-After", plain)
                .header("Location", "http://" + plain.replace(" ", "."))
                .header("WWW-Authenticate", "Bearer realm=\"" + plain + "\"");
    }

    /** The forms in which a text tends to come back. */
    private static String all(List<String> secrets) {
        return secrets.stream()
                .map(secret -> String.join(
                        " ",
                        secret,
                        URLEncoder.encode(secret, StandardCharsets.UTF_8),
                        base64("", secret),
                        base64("x", secret),
                        base64("user:", secret)))
                .collect(Collectors.joining(" "));
    }

    private static String base64(String before, String secret) {
        return Base64.getEncoder().encodeToString((before + secret).getBytes(StandardCharsets.UTF_8));
    }
}
