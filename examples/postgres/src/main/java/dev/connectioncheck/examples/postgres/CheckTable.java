package dev.connectioncheck.examples.postgres;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/**
 * The user's own table {@code connection_check}: each method is one statement and one transaction, and says in its
 * condition from which state it may leave. Thread-safe, as the database is.
 */
final class CheckTable {
    enum State {
        NEW,
        STARTING,
        RUNNING,
        DECIDED,
        ERROR,
        START_UNKNOWN
    }

    /**
     * A row, as it was read.
     *
     * @param age since the start was sent; zero if none was
     */
    record Row(String connection, State state, Optional<String> token, Duration age) {}

    private final DataSource database;

    CheckTable(DataSource database) {
        this.database = database;
    }

    void add(String id, String connection) {
        update("insert into connection_check (id, connection) values (?, ?) on conflict do nothing", id, connection);
    }

    Row find(String id) {
        String sql = "select connection, state, token, extract(epoch from now() - started)::bigint as age"
                + " from connection_check where id = ?";
        try (Connection connection = database.getConnection();
                PreparedStatement select = prepared(connection, sql, id);
                ResultSet row = select.executeQuery()) {
            if (!row.next()) {
                throw new IllegalStateException("There is no check " + id + ".");
            }
            return new Row(
                    row.getString("connection"),
                    State.valueOf(row.getString("state")),
                    Optional.ofNullable(row.getString("token")),
                    Duration.ofSeconds(row.getLong("age")));
        } catch (SQLException e) {
            throw new IllegalStateException("The check " + id + " could not be read.", e);
        }
    }

    // tag::guard[]
    /** Whoever gets true, and nobody else, may send the start: it is written down before anything is sent. */
    boolean claim(String id, String worker) {
        return update(
                "update connection_check set state = 'STARTING', worker = ?, started = now()"
                        + " where id = ? and state = 'NEW'",
                worker,
                id);
    }
    // end::guard[]

    /** After a refusal: nothing has begun, so it may be sent again. */
    void release(String id, String worker) {
        update(
                "update connection_check set state = 'NEW' where id = ? and state = 'STARTING' and worker = ?",
                id,
                worker);
    }

    /** Changes nothing if somebody else held this worker for dead in the meantime. */
    void accepted(String id, String worker, String token) {
        update(
                "update connection_check set state = 'RUNNING', token = ?"
                        + " where id = ? and state = 'STARTING' and worker = ?",
                token,
                id,
                worker);
    }

    void polled(String id, String token) {
        update(
                "update connection_check set token = ?, polls = polls + 1 where id = ? and state = 'RUNNING'",
                token,
                id);
    }

    void finish(String id, State state, @Nullable String verdict, @Nullable String message) {
        update(
                "update connection_check set state = ?, verdict = ?, message = ?, finished = now()"
                        + " where id = ? and finished is null",
                state.name(),
                verdict,
                message,
                id);
    }

    private boolean update(String sql, @Nullable String... values) {
        try (Connection connection = database.getConnection();
                PreparedStatement update = prepared(connection, sql, values)) {
            return update.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new IllegalStateException("A check could not be written.", e);
        }
    }

    private static PreparedStatement prepared(Connection connection, String sql, @Nullable String... values)
            throws SQLException {
        PreparedStatement statement = connection.prepareStatement(sql);
        for (int i = 0; i < values.length; i++) {
            statement.setString(i + 1, values[i]);
        }
        return statement;
    }
}
