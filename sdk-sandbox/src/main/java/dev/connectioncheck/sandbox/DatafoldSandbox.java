package dev.connectioncheck.sandbox;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mockwebserver3.MockResponse;

/**
 * Stands in for Datafold: starting a test of a saved data source, and polling the job.
 *
 * <p>True to the published API, to the answers recorded in Datafold's own client data-diff, and to its error guide
 * (problem documents, with a validation error in FastAPI's shape for ids that are no integers). Gates in order: path,
 * key, form of the id, object. A job waits, then works through its steps, then is {@code done} even where a step
 * failed. Job ids are beyond 32 bits. Thread-safe.
 */
public final class DatafoldSandbox extends VendorSandbox {
    private static final Pattern POLL = Pattern.compile("/api/v1/data_sources/test/([^/]+)");
    private static final Pattern START = Pattern.compile("/api/v1/data_sources/([^/]+)/test");

    private final Map<Long, DataSource> dataSources = new ConcurrentHashMap<>();
    private final Map<Long, DatafoldJob> jobs = new ConcurrentHashMap<>();
    private final AtomicLong nextDataSource = new AtomicLong(41);
    private final AtomicLong nextJob = new AtomicLong(5_000_000_000L);

    DatafoldSandbox(Hosting hosting) {
        super(hosting, "");
    }

    /**
     * Makes a saved data source.
     *
     * @param behavior how it answers
     * @param polls if given: the answers to the polls of each job, in order, the last one for ever, instead of the
     *     behaviour's verdict; its faults still strike
     * @return the data source's id
     */
    public long dataSource(Behavior behavior, DatafoldAnswer... polls) {
        long id = nextDataSource.incrementAndGet();
        dataSources.put(id, new DataSource(behavior, List.of(polls)));
        return id;
    }

    @Override
    MockResponse answer(Exchange exchange) throws InterruptedException {
        Matcher poll = POLL.matcher(exchange.path());
        if (poll.matches()) {
            allow(exchange, "GET");
            return poll(poll.group(1), exchange);
        }
        Matcher start = START.matcher(exchange.path());
        if (start.matches()) {
            allow(exchange, "POST");
            return start(start.group(1), exchange);
        }
        return reply(error(404), exchange);
    }

    @Override
    Answer error(int status) {
        return switch (status) {
            case 401 -> problem(401, "unauthorized", "Unauthorized", "The API key is missing or unknown");
            case 403 -> problem(403, "forbidden", "Forbidden", "You have no access to this resource");
            case 404 -> problem(404, "not_found", "Not Found", "The resource does not exist");
            case 409 -> problem(409, "integrity", "Uniqueness violation", "The resource exists already");
            case 422 -> notAnInteger("data_source_id");
            case 500 -> problem(500, "internal", "Internal Server Error", "Something went wrong");
            default -> problem(status, "http", "Error " + status, "The request could not be served");
        };
    }

    private MockResponse start(String id, Exchange exchange) throws InterruptedException {
        DataSource source = find(dataSources, number(id, "data_source_id"), "Data source");
        return reply(source, Phase.START, exchange, () -> {
            long job = nextJob.incrementAndGet();
            jobs.put(job, new DatafoldJob(job, source, source.polls, time().now()));
            return Answer.json(200, Map.of("job_id", job));
        });
    }

    private MockResponse poll(String id, Exchange exchange) throws InterruptedException {
        DatafoldJob job = find(jobs, number(id, "job_id"), "Job");
        return reply(job.dataSource(), Phase.POLL, exchange, () -> job.at(time().now()));
    }

    private void allow(Exchange exchange, String method) {
        if (!exchange.is(method)) {
            throw new Refusal(error(405).header("Allow", method));
        }
        if (!exchange.header("Authorization").orElse("").equals("Key " + apiKey())) {
            throw new Refusal(error(401));
        }
    }

    private static <T> T find(Map<Long, T> all, long id, String what) {
        T found = all.get(id);
        if (found == null) {
            throw new Refusal(problem(404, "not_found", "Not Found", what + " " + id + " does not exist"));
        }
        return found;
    }

    private static long number(String text, String parameter) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new Refusal(notAnInteger(parameter));
        }
    }

    private static Answer notAnInteger(String parameter) {
        return Answer.json(
                422,
                Map.of(
                        "detail",
                        List.of(Json.object(
                                "loc", List.of("path", parameter),
                                "msg", "value is not a valid integer",
                                "type", "type_error.integer"))));
    }

    private static Answer problem(int status, String type, String title, String detail) {
        Map<String, ?> problem = Json.object(
                "type", "/errors/" + type,
                "title", title,
                "status", status,
                "detail", detail,
                "instance", randomHex(8));
        return Answer.json(status, problem).contentType("application/problem+json");
    }

    private static final class DataSource extends Connection {
        private final List<DatafoldAnswer> polls;

        DataSource(Behavior behavior, List<DatafoldAnswer> polls) {
            super(behavior);
            this.polls = polls;
        }
    }
}
