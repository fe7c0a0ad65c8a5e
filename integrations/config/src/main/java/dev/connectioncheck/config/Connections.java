package dev.connectioncheck.config;

import dev.connectioncheck.ConnectionChecker;
import dev.connectioncheck.Inventory;
import dev.connectioncheck.spi.VendorClient;
import java.time.Duration;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Collectors;

/**
 * Holds the clients and the connections of a configuration. Immutable; {@code toString()} shows names alone.
 *
 * <pre>{@code
 * Connections connections = ConnectionsFile.read(Path.of("connections.yaml"));
 * try (ConnectionChecker checker = connections.checker().build()) {
 *     NamedConnection orders = connections.find("orders").orElseThrow();
 *     CheckResult result = checker.check(orders.target().orElseThrow(), orders.options());
 * }
 * }</pre>
 */
public final class Connections {
    private final Map<String, VendorClient> clients;
    private final Map<String, VendorClient> unnamedClients;
    private final List<NamedConnection> connections;
    private final List<Diagnostic> warnings;

    Connections(
            Map<String, VendorClient> clients,
            Map<String, VendorClient> unnamedClients,
            List<NamedConnection> connections,
            List<Diagnostic> warnings) {
        this.clients = Collections.unmodifiableMap(new LinkedHashMap<>(clients));
        this.unnamedClients = Collections.unmodifiableMap(new LinkedHashMap<>(unnamedClients));
        this.connections = List.copyOf(connections);
        this.warnings = List.copyOf(warnings);
    }

    /**
     * Returns the clients of {@code clients}, whether or not a connection needs them.
     *
     * @return clients by name, which is their account, in the order of the configuration; unmodifiable
     */
    public Map<String, VendorClient> clients() {
        return clients;
    }

    /**
     * Returns the clients that come from the environment, since a connection names their vendor, or since
     * {@link ConnectionsReader#clientsOfTheEnvironment()} asked for all.
     *
     * @return clients by vendor, in the order in which they were needed; unmodifiable
     */
    public Map<String, VendorClient> unnamedClients() {
        return unnamedClients;
    }

    /**
     * Returns the connections.
     *
     * @return the entries of {@code connections} in the order of the configuration; unmodifiable
     */
    public List<NamedConnection> connections() {
        return connections;
    }

    /**
     * Returns one connection.
     *
     * @param name its name
     * @return the connection; empty if there is none of that name
     */
    public Optional<NamedConnection> find(String name) {
        return connections.stream()
                .filter(connection -> connection.name().equals(name))
                .findFirst();
    }

    /**
     * Returns what is doubtful, such as a secret that is written out.
     *
     * @return warnings in the order of the lines; unmodifiable
     */
    public List<Diagnostic> warnings() {
        return warnings;
    }

    /**
     * Puts the connections that a client lists in the place of each entry that {@link NamedConnection#standsForAll()
     * stands for all} of it. Only the clients of such entries are asked; without one, nobody is.
     *
     * <p>What an entry stands for has its tags and its time-out, and is named {@code <entry>/<name in the list>}; where
     * two names would be equal, or the list has none, {@code #<id>} follows.
     *
     * @param chosen connections of this configuration, in any order
     * @param timeout how long listing may take
     * @return the connections in the order of the entries, then of the lists
     * @throws dev.connectioncheck.CheckInterruptedException if the waiting thread is interrupted
     * @throws IllegalArgumentException if the time is not positive
     */
    public ExpandedConnections expand(Collection<NamedConnection> chosen, Duration timeout) {
        if (chosen.stream().noneMatch(NamedConnection::standsForAll)) {
            return new ExpandedConnections(List.copyOf(chosen), List.of());
        }
        try (ConnectionChecker lister = lister(chosen)) {
            Inventory inventory = lister.inventory(timeout);
            return new ExpandedConnections(
                    Expansion.of(List.copyOf(chosen), inventory.connections()), inventory.errors());
        }
    }

    private ConnectionChecker lister(Collection<NamedConnection> chosen) {
        ConnectionChecker.Builder builder = ConnectionChecker.builder();
        Predicate<NamedConnection> isListed = NamedConnection::standsForAll;
        Set<String> accounts = chosen.stream()
                .filter(isListed)
                .flatMap(connection -> connection.account().stream())
                .collect(Collectors.toSet());
        Set<String> vendors = chosen.stream()
                .filter(isListed.and(connection -> connection.account().isEmpty()))
                .map(NamedConnection::vendor)
                .collect(Collectors.toSet());
        clients.forEach((account, client) -> {
            if (accounts.contains(account)) {
                builder.client(account, client);
            }
        });
        unnamedClients.forEach((vendor, client) -> {
            if (vendors.contains(vendor)) {
                builder.client(client);
            }
        });
        return builder.build();
    }

    /**
     * Starts a checker that asks all of these clients.
     *
     * @return a new builder, to which listeners and more clients can be added
     */
    public ConnectionChecker.Builder checker() {
        ConnectionChecker.Builder builder = ConnectionChecker.builder();
        clients.forEach(builder::client);
        unnamedClients.values().forEach(builder::client);
        return builder;
    }

    @Override
    public String toString() {
        return "Connections" + connections.stream().map(NamedConnection::name).toList();
    }
}
