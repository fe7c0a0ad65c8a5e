package dev.connectioncheck.config;

import static org.assertj.core.api.Assertions.assertThat;

import dev.connectioncheck.CheckStatus;
import dev.connectioncheck.Connection;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;

class ExpansionTest {
    private static final String FILE = """
            clients:
              east: { vendor: acme, api-key: a }
            connections:
              "every/one": { client: acme, pipe: x }
              every: { client: acme, all: true, tags: [t], timeout: 3s }
              east: { client: east, all: true }
            """;

    @Test
    void aRowIsNamedByItsEntryAndItsOwnName() {
        assertThat(names(row("1", "orders"))).containsExactly("every/one", "every/orders");
    }

    @Test
    void idsTellApartWhatWouldBeEqual() {
        assertThat(names(row("1", "orders"), row("2", "orders"), row("3", "one"), row("4", "")))
                .containsExactly("every/one", "every/orders#1", "every/orders#2", "every/one#3", "every/#4");
    }

    @Test
    void aRowGoesToTheEntryOfItsClient() {
        assertThat(names(row("1", "orders"), row("2", "bills").at("east")))
                .containsExactly("every/one", "every/orders", "east/bills");
    }

    @Test
    void aRowHasWhatItsEntrySays() {
        NamedConnection orders = expanded(row("1", "orders")).get(1);

        assertThat(orders.tags()).containsExactly("t");
        assertThat(orders.timeout()).contains(Duration.ofSeconds(3));
        assertThat(orders.standsForAll()).isFalse();
        assertThat(orders.target().orElseThrow().name()).contains("every/orders");
    }

    @Test
    void aRowThatCannotBeCheckedIsSkippedAndSaysWhy() {
        Connection paused = Connection.builder("acme", "pipe", "7")
                .name("old")
                .notCheckable("It is paused.")
                .build();

        NamedConnection old = expanded(paused).get(1);

        assertThat(old.target()).isEmpty();
        assertThat(old.standsForAll()).isFalse();
        assertThat(old.skipped()).hasValueSatisfying(outcome -> {
            assertThat(outcome.status()).isEqualTo(CheckStatus.SKIPPED);
            assertThat(outcome.skipped()).contains("It is paused.");
            assertThat(outcome.target().name()).contains("every/old");
            assertThat(outcome.target().toString()).isEqualTo("every/old (acme pipe 7)");
        });
    }

    private static List<String> names(Connection... rows) {
        return expanded(rows).stream().map(NamedConnection::name).toList();
    }

    private static List<NamedConnection> expanded(Connection... rows) {
        Connections connections = Files.reader()
                .environment(name -> name.equals("KEY_OF_ACME") ? "k" : null)
                .parse("connections.yaml", FILE);
        return Expansion.of(connections.connections(), List.of(rows));
    }

    private static Connection row(String id, String name) {
        return Connection.builder("acme", "pipe", id)
                .name(name)
                .target(new Pipes.Target("acme", id))
                .build();
    }
}
