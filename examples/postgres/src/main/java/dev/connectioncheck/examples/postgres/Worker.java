package dev.connectioncheck.examples.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.datafold.DatafoldClient;
import dev.connectioncheck.datafold.DatafoldTarget;
import java.time.Duration;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;

/**
 * One of any number of processes that check data sources of Datafold, until it is stopped.
 *
 * <p>It needs {@code JDBC_URL} and {@code DATAFOLD_API_KEY}; its arguments are ids of data sources to ask for.
 */
public final class Worker {
    private Worker() {}

    /**
     * Starts the worker.
     *
     * @param dataSources ids of data sources to be checked, by this worker or by another; may be none
     * @throws InterruptedException if the thread is interrupted, which ends it
     */
    public static void main(String[] dataSources) throws InterruptedException {
        // tag::worker[]
        HikariConfig pool = new HikariConfig();
        pool.setJdbcUrl(System.getenv("JDBC_URL"));
        try (HikariDataSource database = new HikariDataSource(pool);
                ConnectionChecker checker = ConnectionChecker.of(DatafoldClient.fromEnvironment());
                DurableOnPostgres checks = new DurableOnPostgres(
                        database,
                        checker,
                        id -> DatafoldTarget.dataSource(Long.parseLong(id)),
                        Duration.ofSeconds(1))) {
            checks.start();
            for (String dataSource : dataSources) {
                checks.request(UUID.randomUUID().toString(), dataSource);
            }
            new CountDownLatch(1).await();
        }
        // end::worker[]
    }
}
