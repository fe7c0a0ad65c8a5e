package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import dev.connectioncheck.sandbox.DatafoldRow.Access;
import java.math.BigInteger;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import mockwebserver3.MockResponse;

/**
 * What Datafold's server does with a request, gate by gate.
 *
 * <p>Used by all threads of the server; map and counter guard themselves.
 */
final class DatafoldOperations {
    private static final String ALL = "/api/v1/data_sources";
    private static final String ONE = ALL + "/([^/]+)";

    private final DatafoldSandbox datafold;
    private final Marks marks;
    private final Map<BigInteger, DatafoldJob> jobs = new ConcurrentHashMap<>();
    private final AtomicLong lastJob = new AtomicLong(5_000_000_000L);

    DatafoldOperations(DatafoldSandbox datafold, Marks marks) {
        this.datafold = datafold;
        this.marks = marks;
    }

    Routes routes() {
        return new Routes()
                .on("GET", ALL, this::list)
                .on("POST", ALL, this::create)
                .on("GET", ALL + "/types", this::types)
                .on("GET", ALL + "/test/([^/]+)", this::poll)
                .on("GET", ONE, this::read)
                .on("GET", ONE + "/summary", this::summary)
                .on("POST", ONE + "/test", this::start)
                .on("POST", ONE + "/query", this::query);
    }

    private MockResponse list(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        return datafold.reply(
                Phase.LIST,
                exchange,
                () -> Answer.json(
                        200,
                        datafold.all().stream()
                                .filter(source -> !source.row().isHidden())
                                .map(source -> source.listed(datafold.time().now()))
                                .toList()));
    }

    private MockResponse types(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        return datafold.reply(Phase.TYPES, exchange, () -> Answer.json(200, DatafoldType.listed()));
    }

    private MockResponse create(String none, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        JsonNode form = form(exchange);
        Connection known = marks.find(form.path("options")).orElse(Connection.UNKNOWN);
        return datafold.reply(known, Phase.CREATE, exchange, () -> create(form, known.behavior()));
    }

    private static JsonNode form(Exchange exchange) {
        FastApiInput input = new FastApiInput();
        JsonNode form = input.object(exchange);
        input.discriminator(form, "type", DatafoldType.tags());
        String type = form.path("type").asText();
        input.text(form, "name", "body", type);
        JsonNode options = form.path("options");
        if (!options.isMissingNode() && !options.isNull()) {
            input.dictionary(form, "options", "body", type);
            if (options.isObject()) {
                DatafoldType.find(type)
                        .orElseThrow()
                        .missing(options)
                        .forEach(field -> input.missing(options, "body", type, "options", field));
            }
        }
        input.refuseIfAny();
        return form;
    }

    private Answer create(JsonNode form, Behavior behavior) {
        String name = form.path("name").asText();
        if (datafold.all().stream().anyMatch(source -> source.name().equals(name))) {
            return datafold.error(409);
        }
        JsonNode options = form.path("options");
        DatafoldRow row = DatafoldRow.of(form.path("type").asText())
                .named(name)
                .settings(options.isObject() ? Json.toMap(options) : Map.of())
                .behaving(behavior);
        return Answer.json(200, datafold.save(row, form).read(datafold.time().now()));
    }

    private MockResponse read(String id, Exchange exchange) throws InterruptedException {
        DatafoldSource source = find(id, exchange);
        refuseIfInaccessible(source);
        return datafold.reply(
                source,
                Phase.READ,
                exchange,
                () -> Answer.json(200, source.read(datafold.time().now())));
    }

    /** The overview for people without the right to see more. */
    private MockResponse summary(String id, Exchange exchange) throws InterruptedException {
        DatafoldSource source = find(id, exchange);
        return datafold.reply(source, Phase.READ, exchange, () -> Answer.json(200, source.summary()));
    }

    private MockResponse start(String id, Exchange exchange) throws InterruptedException {
        DatafoldSource source = find(id, exchange);
        refuseIfInaccessible(source);
        return datafold.reply(source, Phase.START, exchange, () -> {
            long job = lastJob.incrementAndGet();
            DatafoldJob started = new DatafoldJob(
                    job, source, source.behavior(), datafold.time().now());
            jobs.put(BigInteger.valueOf(job), started);
            source.testedBy(started);
            return Answer.json(200, Map.of("job_id", job));
        });
    }

    private MockResponse poll(String id, Exchange exchange) throws InterruptedException {
        authenticate(exchange);
        BigInteger number = integer("job_id", id);
        DatafoldJob job = Optional.ofNullable(jobs.get(number)).orElseThrow(() -> unknown("Job", number));
        return datafold.reply(
                job.dataSource(),
                Phase.POLL,
                exchange,
                () -> job.at(datafold.time().now()));
    }

    private MockResponse query(String id, Exchange exchange) {
        find(id, exchange);
        return datafold.reply(
                Answer.text(501, "text/plain; charset=utf-8", "The sandbox does not play queries of data sources."),
                exchange);
    }

    private DatafoldSource find(String id, Exchange exchange) {
        authenticate(exchange);
        BigInteger number = integer("data_source_id", id);
        return datafold.find(number).orElseThrow(() -> unknown("Data source", number));
    }

    private void refuseIfInaccessible(DatafoldSource source) {
        if (source.row().access() == Access.NO) {
            throw new Refusal(datafold.error(403));
        }
    }

    private void authenticate(Exchange exchange) {
        if (!exchange.header("Authorization").orElse("").equals("Key " + datafold.apiKey())) {
            throw new Refusal(datafold.error(401));
        }
    }

    private static BigInteger integer(String parameter, String text) {
        FastApiInput input = new FastApiInput();
        BigInteger number = input.integer(parameter, text);
        input.refuseIfAny();
        return number;
    }

    private static Refusal unknown(String what, BigInteger id) {
        return new Refusal(DatafoldSandbox.problem(404, "not_found", "Not Found", what + " " + id + " does not exist"));
    }
}
