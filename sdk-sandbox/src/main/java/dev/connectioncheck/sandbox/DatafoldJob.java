package dev.connectioncheck.sandbox;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/** One test of a data source: waits for a quarter of its time, then works through its steps. */
final class DatafoldJob {
    private static final Duration UNHURRIED = Duration.ofSeconds(4);
    private static final String CONNECTION = "connection";
    private static final String TEMP_SCHEMA = "temp_schema";
    private static final String SCHEMA_DOWNLOAD = "schema_download";
    private static final String LINEAGE_DOWNLOAD = "lineage_download";
    private static final String PROCESSING = "processing";
    private static final String DONE = "done";

    private final long id;
    private final Connection dataSource;
    private final List<DatafoldAnswer> script;
    private final Instant startedAt;
    private final AtomicInteger polls = new AtomicInteger();

    DatafoldJob(long id, Connection dataSource, List<DatafoldAnswer> script, Instant startedAt) {
        this.id = id;
        this.dataSource = dataSource;
        this.script = script;
        this.startedAt = startedAt;
    }

    Connection dataSource() {
        return dataSource;
    }

    Answer at(Instant now) {
        DatafoldAnswer answer = script.isEmpty()
                ? behaved(Duration.between(startedAt, now))
                : script.get(Math.min(polls.getAndIncrement(), script.size() - 1));
        return answer.toAnswer(id);
    }

    private DatafoldAnswer behaved(Duration elapsed) {
        Behavior behavior = dataSource.behavior();
        if (behavior.endsWithin(elapsed)) {
            return behavior.ending() == Behavior.Ending.FAILS ? failed(behavior.message()) : passed();
        }
        Duration whole = behavior.after().isZero() ? UNHURRIED : behavior.after();
        long quarters = elapsed.multipliedBy(4).dividedBy(whole);
        return quarters < 1 ? DatafoldAnswer.job("waiting") : running(quarters, behavior.ending());
    }

    /** Results fill in one by one; only a connection that will pass lets the later steps begin. */
    private static DatafoldAnswer running(long quarters, Behavior.Ending ending) {
        DatafoldAnswer job = DatafoldAnswer.job(PROCESSING);
        if (quarters < 2 || ending != Behavior.Ending.PASSES) {
            return job.step(CONNECTION, PROCESSING);
        }
        if (quarters < 3) {
            return connected(job.step(TEMP_SCHEMA, PROCESSING));
        }
        return connected(writeable(job.step(SCHEMA_DOWNLOAD, PROCESSING)));
    }

    /** The order of the recorded answers, which is not that of execution. */
    private static DatafoldAnswer passed() {
        return connected(writeable(DatafoldAnswer.job(DONE)
                .step(LINEAGE_DOWNLOAD, DONE, "OK", "skipped", "No lineage downloader for this data source")
                .step(SCHEMA_DOWNLOAD, DONE, "OK", "success", "Discovered 6 tables")));
    }

    private static DatafoldAnswer failed(String message) {
        return skipped(DatafoldAnswer.job(DONE), LINEAGE_DOWNLOAD, SCHEMA_DOWNLOAD, TEMP_SCHEMA)
                .step(CONNECTION, DONE, "ERROR", "failed", message);
    }

    private static DatafoldAnswer skipped(DatafoldAnswer job, String... steps) {
        DatafoldAnswer answer = job;
        for (String step : steps) {
            answer = answer.step(step, DONE, "OK", "skipped", "Skipped: there is no connection");
        }
        return answer;
    }

    private static DatafoldAnswer writeable(DatafoldAnswer job) {
        return job.step(TEMP_SCHEMA, DONE, "OK", "success", "Schema \"ANALYTICS\".\"DATAFOLD_TMP\" is writeable");
    }

    private static DatafoldAnswer connected(DatafoldAnswer job) {
        return job.step(CONNECTION, DONE, "OK", "success", "Connected to the database");
    }
}
