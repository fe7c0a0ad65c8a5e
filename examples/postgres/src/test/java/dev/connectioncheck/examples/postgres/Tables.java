package dev.connectioncheck.examples.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;

/** The example's tables, as a test reads them. */
final class Tables implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Duration BETWEEN_LOOKS = Duration.ofMillis(50);

    private final HikariDataSource database;

    Tables(String jdbcUrl) {
        HikariConfig config = new HikariConfig();
        config.setJdbcUrl(jdbcUrl);
        config.setMaximumPoolSize(8);
        database = new HikariDataSource(config);
    }

    HikariDataSource database() {
        return database;
    }

    void create() throws IOException, SQLException {
        try (InputStream schema = Objects.requireNonNull(Worker.class.getResourceAsStream("/schema.sql"))) {
            execute(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
        }
    }

    void empty() throws SQLException {
        execute("truncate connection_check, scheduled_tasks");
    }

    /** How many checks there are in each state. */
    Map<String, Integer> states() {
        Map<String, Integer> states = new TreeMap<>();
        query("select state, count(*) from connection_check group by state", row -> {
            states.put(row.getString(1), row.getInt(2));
        });
        return states;
    }

    /** A check's state, verdict and message, as far as it has them. */
    String outcome(String id) {
        return text("select concat_ws(' ', state, verdict, message) from connection_check where id = '" + id + "'");
    }

    /** How many steps a worker is in the midst of. */
    int stepsOf(String worker) {
        return number("select count(*) from scheduled_tasks where picked and picked_by like '" + worker + "%'");
    }

    int number(String sql) {
        return Integer.parseInt(text(sql));
    }

    /** Waits until all checks have come to an end and their tasks are gone. */
    void awaitTheEndOfAll() {
        await(() -> number("select count(*) from connection_check where finished is null") == 0
                && number("select count(*) from scheduled_tasks") == 0);
    }

    static void await(BooleanSupplier condition) {
        long start = System.nanoTime();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() - start > PATIENCE.toNanos()) {
                throw new AssertionError("It did not come to pass within " + PATIENCE + ".");
            }
            LockSupport.parkNanos(BETWEEN_LOOKS.toNanos());
        }
    }

    @Override
    public void close() {
        database.close();
    }

    private String text(String sql) {
        StringBuilder text = new StringBuilder();
        query(sql, row -> text.append(row.getString(1)));
        return text.toString();
    }

    private void execute(String sql) throws SQLException {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement()) {
            statement.execute(sql);
        }
    }

    private void query(String sql, RowReader reader) {
        try (Connection connection = database.getConnection();
                Statement statement = connection.createStatement();
                ResultSet rows = statement.executeQuery(sql)) {
            while (rows.next()) {
                reader.read(rows);
            }
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    private interface RowReader {
        void read(ResultSet row) throws SQLException;
    }
}
