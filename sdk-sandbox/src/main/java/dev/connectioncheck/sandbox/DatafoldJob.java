package dev.connectioncheck.sandbox;

import dev.connectioncheck.sandbox.DatafoldRow.Tested;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * One test of a data source: waits for a quarter of its time, then works through its steps.
 *
 * <p>Used by all threads of the server; its own lock guards what it keeps.
 */
final class DatafoldJob {
    private static final Duration UNHURRIED = Duration.ofSeconds(4);
    private static final String CONNECTION = "connection";
    private static final String TEMP_SCHEMA = "temp_schema";
    private static final String SCHEMA_DOWNLOAD = "schema_download";
    private static final String LINEAGE_DOWNLOAD = "lineage_download";
    private static final String PROCESSING = "processing";
    private static final String DONE = "done";

    private final long id;
    private final DatafoldSource dataSource;
    private final Behavior behavior;
    private final Instant startedAt;
    private int polls;
    private Optional<Tested> told = Optional.empty();

    DatafoldJob(long id, DatafoldSource dataSource, Behavior behavior, Instant startedAt) {
        this.id = id;
        this.dataSource = dataSource;
        this.behavior = behavior;
        this.startedAt = startedAt;
    }

    DatafoldSource dataSource() {
        return dataSource;
    }

    synchronized Answer at(Instant now) {
        List<DatafoldAnswer> script = dataSource.row().polls();
        DatafoldAnswer answer = script.isEmpty()
                ? behaved(Duration.between(startedAt, now))
                : script.get(Math.min(polls, script.size() - 1));
        polls++;
        told = answer.isDone() ? Optional.of(new Tested(now, answer)) : told;
        return answer.toAnswer(id);
    }

    /** The test as the data source remembers it, once it is done; a script is done when it has said so. */
    synchronized Optional<Tested> ended(Instant now) {
        Duration elapsed = Duration.between(startedAt, now);
        return dataSource.row().polls().isEmpty() && behavior.endsWithin(elapsed)
                ? Optional.of(new Tested(startedAt.plus(behavior.after()), behaved(elapsed)))
                : told;
    }

    private DatafoldAnswer behaved(Duration elapsed) {
        if (behavior.endsWithin(elapsed)) {
            if (dataSource.holdsMask()) {
                return failed("login refused: a mask is stored as the secret");
            }
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
