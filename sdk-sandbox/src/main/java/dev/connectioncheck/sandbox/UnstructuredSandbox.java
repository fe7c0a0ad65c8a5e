package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Stands in for Unstructured: starting a check of a saved source or destination, and asking for the latest one.
 *
 * <p>True to the published API (Platform API 3.1.0), to the error bodies that Unstructured's documentation shows, and
 * to captures by its users. Gates in order: path, key, form of the id, connector. What nobody has published, the
 * answers for an unknown connector and for one that was never checked, follows the vendor's other 404s. Thread-safe.
 */
public final class UnstructuredSandbox extends VendorSandbox {
    private static final Pattern CHECK = Pattern.compile("/api/v1/(source|destination)s/([^/]+)/connection-check(/?)");
    private static final Pattern KEY = Pattern.compile("[A-Za-z0-9_-]+");
    private static final Pattern BAD_UUID_CHARACTER = Pattern.compile("[^0-9a-fA-F-]");

    private final Map<String, UnstructuredConnector> connectors = new ConcurrentHashMap<>();

    UnstructuredSandbox(Hosting hosting) {
        super(hosting, "");
    }

    /**
     * Makes a saved source.
     *
     * @param behavior how it answers
     * @param polls if given: the answers to the polls after each start, in order, the last one for ever, instead of the
     *     behaviour's verdict; its faults still strike. An answer about an older check is there before the first start
     *     too
     * @return the source's id
     */
    public UUID source(Behavior behavior, UnstructuredAnswer... polls) {
        return add("source", behavior, polls);
    }

    /**
     * Makes a saved destination.
     *
     * @param behavior how it answers
     * @param polls as for {@link #source}
     * @return the destination's id
     */
    public UUID destination(Behavior behavior, UnstructuredAnswer... polls) {
        return add("destination", behavior, polls);
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Matcher path = CHECK.matcher(exchange.path());
        if (!path.matches()) {
            return reply(detail(404, "Not Found"), exchange);
        }
        if (!path.group(3).isEmpty()) {
            return reply(withoutSlash(exchange), exchange);
        }
        if (!exchange.is("POST") && !exchange.is("GET")) {
            return reply(detail(405, "Method Not Allowed").header("Allow", "GET, POST"), exchange);
        }
        authenticate(exchange);
        return check(path.group(1), path.group(2), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 500 -> Answer.text(500, "text/plain; charset=utf-8", "Internal Server Error");
            case 401 -> detail(401, "API key is invalid, please provide a valid API key in the header.");
            case 404 -> detail(404, "Not Found");
            case 429 -> detail(429, "Rate limit exceeded");
            default -> detail(status, "Error " + status);
        };
    }

    @Override
    Answer signed(Answer answer, Exchange exchange) {
        return answer.header("server", "istio-envoy").header("x-envoy-upstream-service-time", "12");
    }

    private UUID add(String kind, Behavior behavior, UnstructuredAnswer... polls) {
        UUID id = UUID.randomUUID();
        connectors.put(kind + id, new UnstructuredConnector(behavior, List.of(polls)));
        return id;
    }

    private MockResponse check(String kind, String id, Exchange exchange) throws InterruptedException {
        UUID uuid = parse(kind, id);
        UnstructuredConnector connector = connectors.get(kind + uuid);
        if (connector == null) {
            throw new Refusal(detail(404, capitalized(kind) + " not found"));
        }
        return exchange.is("POST")
                ? reply(connector, Phase.START, exchange, () -> connector.start(time().now()))
                : reply(connector, Phase.POLL, exchange, () -> latest(connector));
    }

    private Answer latest(UnstructuredConnector connector) {
        return connector.latest(time().now()).orElseGet(() -> detail(404, "Connection check not found"));
    }

    private void authenticate(Exchange exchange) {
        String key = exchange.header("unstructured-api-key").orElse("");
        if (key.isEmpty()) {
            throw new Refusal(detail(401, "API key is missing, please provide an API key in the header."));
        }
        if (!KEY.matcher(key).matches()) {
            throw new Refusal(detail(401, "API key is malformed, please type the API key correctly in the header."));
        }
        if (!key.equals(apiKey())) {
            throw new Refusal(error(401));
        }
    }

    /** FastAPI sends other spellings of the path away, and names the scheme that it sees itself: http. */
    private static Answer withoutSlash(Exchange exchange) {
        String path = exchange.path();
        String host = exchange.header("Host").orElse("localhost");
        return Answer.empty(307).header("Location", "http://" + host + path.substring(0, path.length() - 1));
    }

    private static UUID parse(String kind, String id) {
        try {
            if (id.length() == 36) {
                return UUID.fromString(id);
            }
        } catch (IllegalArgumentException e) {
            // Falls through to the answer that the vendor gives for all of these.
        }
        throw new Refusal(Answer.json(
                422,
                Map.of(
                        "detail",
                        List.of(Json.object(
                                "loc", List.of("path", kind + "_id"), "msg", complaint(id), "type", "uuid_parsing")))));
    }

    private static String complaint(String id) {
        Matcher bad = BAD_UUID_CHARACTER.matcher(id);
        return bad.find()
                ? "Input should be a valid UUID, invalid character: expected an optional prefix of `urn:uuid:` followed by "
                        + "[0-9a-fA-F-], found `" + bad.group() + "` at " + (bad.start() + 1)
                : "Input should be a valid UUID, invalid length: expected length 32 for simple format, found "
                        + id.length();
    }

    private static Answer detail(int status, String text) {
        return Answer.json(status, Map.of("detail", text));
    }

    private static String capitalized(String word) {
        return word.substring(0, 1).toUpperCase(Locale.ROOT) + word.substring(1);
    }
}
