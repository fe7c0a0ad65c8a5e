package dev.connectioncheck.sandbox;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.UUID;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Stands in for AI Squared: checking an unsaved connection, and a workspace of connectors to list, read, create,
 * change, delete and query.
 *
 * <p>True to what Multiwoven's own server answered (0.124.0, with the connectors of multiwoven-integrations 0.34.6),
 * which the published pages describe wrongly: a check that ran is HTTP 200 with {@code connection_status}, the header
 * {@code Workspace-Id} is a must, secrets come back as 13 asterisks where the definition marks them and in clear where
 * it does not, and a mask that is sent is stored. Gates in order: key, well-formed body, contract, connector class,
 * workspace, connector, permission. A Clickhouse source always succeeds, because the server never connects to it.
 *
 * <p>Connections are told apart by the {@code host} of their settings; those without a host by the mark that their
 * values carry. Settings that the sandbox did not make fail: PostgreSQL's in the words of its driver, others in words
 * of the sandbox. What differs from the server on purpose is listed in the package's documentation. Thread-safe.
 */
public final class SquaredSandbox extends VendorSandbox {
    private static final Pattern BROWSERS_ACCEPT = Pattern.compile(",\\s*\\*/\\*|\\*/\\*\\s*,");
    private static final Pattern FORMAT = Pattern.compile(".*\\.[^/.]+");

    private final SquaredGates gates;
    private final SquaredMarks marks = new SquaredMarks();
    private final SquaredConnectors connectors;
    private final Routes routes;

    SquaredSandbox(Hosting hosting) {
        super(hosting, "sandbox.");
        gates = new SquaredGates(this);
        connectors = new SquaredConnectors(time());
        routes = new SquaredOperations(this, gates, marks, connectors).routes();
    }

    /**
     * Gives the workspace that the key may use.
     *
     * @return the value for {@code Workspace-Id}
     */
    public long workspaceId() {
        return gates.workspaceId();
    }

    /**
     * Lets the key use a workspace of the caller's choice, and no other, from now on.
     *
     * @param id its id; the connectors move along
     */
    public void useWorkspaceId(long id) {
        gates.useWorkspaceId(id);
    }

    /**
     * Gives the key of a person who may look and query, but not check, create, change or delete: status 403.
     *
     * @return a key that stays valid
     */
    public String viewerApiKey() {
        return gates.viewerApiKey();
    }

    /**
     * Locks the person to whom the keys belong, as too many wrong passwords do: checks and changes are sent to the
     * sign-in page with 302, reads get 500, though the key is valid.
     */
    public void lockUser() {
        gates.lock(true);
    }

    /** Lets the person in again. */
    public void unlockUser() {
        gates.lock(false);
    }

    /**
     * Makes a connection to check or to create a connector from, with settings for PostgreSQL.
     *
     * <p>The faults of {@link Phase#START} strike the check, those of {@link Phase#CREATE} the creation.
     *
     * @param behavior how it answers
     * @return a new {@code connection_spec}, immutable, to send under any definition's name, as source or destination;
     *     it fits {@code Postgresql}, {@code Redshift} and a few others. Its host selects the behaviour, so it may be
     *     changed otherwise
     */
    public Map<String, Object> connection(Behavior behavior) {
        return sourceSettings("Postgresql", behavior);
    }

    /**
     * Makes the settings of a source to check or to create.
     *
     * @param definition a definition's name in exact case, for example {@code Snowflake}
     * @param behavior how it answers
     * @return a new {@code connection_spec}, immutable, that fits the definition; its host, or where there is none what
     *     is left of its values, selects the behaviour
     * @throws IllegalArgumentException if the server has no such source
     */
    public Map<String, Object> sourceSettings(String definition, Behavior behavior) {
        return marks.settings("source", definition, new Connection(behavior));
    }

    /**
     * Makes the settings of a destination to check or to create.
     *
     * @param definition a definition's name in exact case, for example {@code Klaviyo}
     * @param behavior how it answers
     * @return as for {@link #sourceSettings}
     * @throws IllegalArgumentException if the server has no such destination
     */
    public Map<String, Object> destinationSettings(String definition, Behavior behavior) {
        return marks.settings("destination", definition, new Connection(behavior));
    }

    /**
     * Saves a connector in the workspace.
     *
     * <p>Checks of its settings, and queries, go as the row's behaviour has it. It was last edited now; lists begin
     * with what was edited last.
     *
     * @param row what to save; neither the name nor the settings are validated
     * @return its id
     */
    public long add(SquaredRow row) {
        return marks.save(row, connectors);
    }

    /**
     * Gives the settings that are stored for a connector, secrets in clear, as nobody but the server sees them.
     *
     * @param id its id
     * @return a copy
     * @throws IllegalArgumentException if there is no such connector
     */
    public Map<String, Object> settings(long id) {
        return connectors
                .find(id)
                .map(connector -> Json.copy(connector.fields().configuration()))
                .orElseThrow(() -> new IllegalArgumentException("There is no connector " + id + "."));
    }

    /**
     * Edits a connector without changing it, as somebody else might between two pages: lists begin with it from now on.
     *
     * @param id its id; one that is not there is let be
     */
    public void touch(long id) {
        connectors.touch(id);
    }

    /**
     * Deletes a connector behind the client's back.
     *
     * @param id its id; one that is not there is let be
     */
    public void remove(long id) {
        connectors.remove(id);
    }

    /** Rails takes any number of slashes for one, and none at the end, and answers HEAD wherever it answers GET. */
    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        String path = exchange.decodedPath().replaceAll("/+", "/").replaceFirst("(?<=.)/$", "");
        String method = exchange.is("HEAD") ? "GET" : exchange.method();
        var found = routes.find(method, path);
        return found.isPresent() ? found.get().answer(exchange) : reply(SquaredErrors.rails(404, exchange), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 401 -> SquaredErrors.error(401, "Unauthorized");
            case 403 -> SquaredErrors.error(403, "You are not authorized to do this action");
            case 404 -> SquaredErrors.error(404, "Connector not found");
            case 400 -> SquaredErrors.badRequest("invalid request");
            case 500 ->
                Answer.json(500, Json.object("status", 500, "error", "Internal Server Error"))
                        .contentType(Answer.JSON + "; " + SquaredErrors.RAILS_OWN);
            case 429 -> Answer.json(429, Map.of("error", "Too many requests. Please try again later."));
            default -> SquaredErrors.error(status, "Error");
        };
    }

    @Override
    Answer signed(Answer answer, Exchange exchange) {
        Answer named =
                answer.header("x-request-id", UUID.randomUUID().toString()).header("x-runtime", "0.042017");
        String type = answer.headerValue("Content-Type");
        if (type.contains(SquaredErrors.RAILS_OWN)) {
            return named.header("vary", "Origin").withBody(forHtml(answer.body()));
        }
        Answer guarded = guarded(named).header("vary", negotiated(exchange, answer) ? "Accept, Origin" : "Origin");
        return cached(type.equals(Answer.JSON) ? typed(guarded) : guarded);
    }

    private static Answer typed(Answer answer) {
        return answer.contentType("application/json; charset=utf-8").withBody(forHtml(answer.body()));
    }

    /** What Rails sends with everything that one of its controllers answers. */
    private static Answer guarded(Answer answer) {
        return answer.header("x-frame-options", "SAMEORIGIN")
                .header("x-xss-protection", "0")
                .header("x-content-type-options", "nosniff")
                .header("x-permitted-cross-domain-policies", "none")
                .header("referrer-policy", "strict-origin-when-cross-origin");
    }

    private static Answer cached(Answer answer) {
        return answer.status() == 200 || answer.status() == 201
                ? answer.header("etag", "W/\"" + digest(answer.body()) + "\"")
                        .header("cache-control", "max-age=0, private, must-revalidate")
                : answer.header("cache-control", "no-cache");
    }

    private static boolean negotiated(Exchange exchange, Answer answer) {
        return answer.status() != 302
                && !answer.headerValue("Content-Type").startsWith("text/html")
                && !FORMAT.matcher(exchange.decodedPath()).matches()
                && exchange.header("Accept")
                        .filter(accept -> !BROWSERS_ACCEPT.matcher(accept).find())
                        .isPresent();
    }

    private static String digest(String body) {
        try {
            byte[] whole = MessageDigest.getInstance("SHA-256").digest(body.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(whole, 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Rails writes JSON so that it may stand in a page. */
    private static String forHtml(String json) {
        return json.replace("&", "\\u0026")
                .replace("<", "\\u003c")
                .replace(">", "\\u003e")
                .replace("\u2028", "\\u2028")
                .replace("\u2029", "\\u2029");
    }
}
