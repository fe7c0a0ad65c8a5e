package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.math.BigInteger;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;

/**
 * Stands in for Datafold: an organisation's data sources to list, read and create, their types, and tests of them to
 * start and to poll.
 *
 * <p>True to the published API, to the answers recorded in Datafold's own client data-diff, to its error guide (problem
 * documents), and to FastAPI, on which it runs, for requests that don't fit. Gates in order: route, key, form of the id
 * and of the body, object, access. Lists leave hidden data sources out and have paused and inaccessible ones in. A job
 * waits, then works through its steps, then is {@code done} even where a step failed, and then the data source's
 * {@code last_test} is this one. Job ids are beyond 32 bits. What differs on purpose is listed in the package's
 * documentation. Thread-safe.
 */
public final class DatafoldSandbox extends VendorSandbox {
    private final Map<BigInteger, DatafoldSource> dataSources = Collections.synchronizedMap(new LinkedHashMap<>());
    private final AtomicLong lastId = new AtomicLong(41);
    private final Marks marks = new Marks();
    private final Routes routes;

    DatafoldSandbox(Hosting hosting) {
        super(hosting, "");
        routes = new DatafoldOperations(this, marks).routes();
    }

    /**
     * Makes a saved data source of type {@code pg}.
     *
     * @param behavior how it answers
     * @param polls if given: the answers to the polls of each job, as for {@link DatafoldRow#polls}
     * @return the data source's id
     */
    public long dataSource(Behavior behavior, DatafoldAnswer... polls) {
        return add(DatafoldRow.of("pg").behaving(behavior).polls(polls));
    }

    /**
     * Saves a data source.
     *
     * @param row what to save; lists show rows in the order in which they were saved
     * @return its id
     */
    public long add(DatafoldRow row) {
        return save(row, MissingNode.getInstance()).id();
    }

    /**
     * Deletes a data source behind the client's back, as people can in the vendor's application and clients can't.
     *
     * @param id its id; one that is not there is let be
     */
    public void remove(long id) {
        dataSources.remove(BigInteger.valueOf(id));
    }

    /**
     * Makes {@code options} for a client to create a data source of type {@code pg} with.
     *
     * @param behavior how the data source answers when it is tested then; its faults of {@link Phase#CREATE} strike the
     *     creation
     * @return new options; what is left of their values selects the behaviour
     */
    public Map<String, Object> settings(Behavior behavior) {
        return sample("pg", marks.of(new Connection(behavior)));
    }

    /**
     * Gives the options that are stored for a data source, secrets in clear.
     *
     * @param id its id
     * @return a copy
     * @throws IllegalArgumentException if there is no such data source
     */
    public Map<String, Object> settings(long id) {
        return Optional.ofNullable(dataSources.get(BigInteger.valueOf(id)))
                .map(source -> Json.copy(source.options()))
                .orElseThrow(() -> new IllegalArgumentException("There is no data source " + id + "."));
    }

    DatafoldSource save(DatafoldRow row, JsonNode form) {
        long id = lastId.incrementAndGet();
        Map<String, Object> options = row.settings().orElseGet(() -> sample(row.type(), Marks.fresh()));
        DatafoldSource source = new DatafoldSource(id, row, options, form);
        dataSources.put(BigInteger.valueOf(id), source);
        return source;
    }

    List<DatafoldSource> all() {
        synchronized (dataSources) {
            return List.copyOf(dataSources.values());
        }
    }

    /** Finds what a request may see: what has vanished is not there. */
    Optional<DatafoldSource> find(BigInteger id) {
        return Optional.ofNullable(dataSources.get(id))
                .filter(source -> !source.row().isVanished());
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Optional<Routes.Found> found = routes.find(exchange.method(), exchange.decodedPath());
        return found.isPresent()
                ? found.get().answer(exchange)
                : reply(FastApi.unrouted(routes, exchange).orElseGet(() -> error(404)), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 401 -> problem(401, "unauthorized", "Unauthorized", "The API key is missing or unknown");
            case 403 -> problem(403, "forbidden", "Forbidden", "You have no access to this resource");
            case 404 -> problem(404, "not_found", "Not Found", "The resource does not exist");
            case 409 -> problem(409, "integrity", "Uniqueness violation", "The resource exists already");
            case 422 -> notAnInteger();
            case 500 -> problem(500, "internal", "Internal Server Error", "Something went wrong");
            default -> problem(status, "http", "Error " + status, "The request could not be served");
        };
    }

    static Answer problem(int status, String type, String title, String detail) {
        Map<String, ?> problem = Json.object(
                "type", "/errors/" + type,
                "title", title,
                "status", status,
                "detail", detail,
                "instance", randomHex(8));
        return Answer.json(status, problem).contentType("application/problem+json");
    }

    private static Answer notAnInteger() {
        FastApiInput input = new FastApiInput();
        input.integer("data_source_id", "abc");
        return input.answer();
    }

    private static Map<String, Object> sample(String type, String mark) {
        return DatafoldType.find(type).map(known -> known.sample(mark)).orElseGet(Map::of);
    }
}
