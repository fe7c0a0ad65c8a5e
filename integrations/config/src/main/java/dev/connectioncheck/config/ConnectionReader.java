package dev.connectioncheck.config;

import dev.connectioncheck.CheckOptions;
import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.config.ClientReader.ReadClient;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorModule;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Reads one entry of {@code connections}. */
final class ConnectionReader {
    private static final String CLIENT = "client";
    private static final String TAGS = "tags";
    private static final String TIMEOUT = "timeout";
    private static final String ALL = "all";

    static final List<String> KEYS = List.of(CLIENT, TAGS, TIMEOUT, ALL);

    private static final List<SettingKey> OWN = List.of(
            SettingKey.of(TIMEOUT, Kind.DURATION, "How long a check may take."),
            SettingKey.of(ALL, Kind.FLAG, "Whether all connections of the client are meant."));

    private final Vendors vendors;
    private final Map<String, ReadClient> clients;
    private final EnvironmentClients environment;
    private final Placeholders placeholders;
    private final Diagnostics found;

    ConnectionReader(
            Vendors vendors,
            Map<String, ReadClient> clients,
            EnvironmentClients environment,
            Placeholders placeholders,
            Diagnostics found) {
        this.vendors = vendors;
        this.clients = clients;
        this.environment = environment;
        this.placeholders = placeholders;
        this.found = found;
    }

    /** Returns the connection; empty if something of it is wrong or not known. */
    Optional<NamedConnection> read(String name, Place place, Node.Mapping mapping) {
        ValueReader values = new ValueReader(placeholders, found);
        Optional<ReadClient> client = client(place, mapping, values);
        NamedConnection.Builder connection = NamedConnection.builder(name).tags(tags(mapping, values));
        Settings own =
                Settings.of(new KeyReader(List.copyOf(mapping.entries().keySet()), OWN, values).read(place, mapping));
        timeout(own, place, mapping, values).ifPresent(connection::timeout);
        Optional<VendorModule> module = client.flatMap(ReadClient::module);
        if (module.isEmpty()) {
            return Optional.empty();
        }
        connection.client(client.orElseThrow().name(), module.get().vendor());
        if (values.isComplete() && own.flag(ALL)) {
            refuseTarget(mapping, module.get(), values);
        } else {
            target(name, client.orElseThrow(), place, mapping, values).ifPresent(connection::target);
        }
        return values.isComplete() ? Optional.of(connection.build()) : Optional.empty();
    }

    private Optional<ReadClient> client(Place place, Node.Mapping mapping, ValueReader values) {
        Optional<Node> node = mapping.get(CLIENT);
        if (node.isEmpty()) {
            values.mistake(place, "client is missing; known are " + known() + ".");
            return Optional.empty();
        }
        Optional<String> name = values.text(CLIENT, node.get(), false);
        if (name.isEmpty()) {
            return Optional.empty();
        }
        ReadClient named = clients.get(name.get());
        if (named != null) {
            return Optional.of(named);
        }
        Optional<VendorModule> module = vendors.find(name.get());
        if (module.isEmpty()) {
            values.mistake(
                    node.get().place(), "The client " + name.get() + " is not known; known are " + known() + ".");
        }
        module.ifPresent(vendor -> environment.need(vendor, node.get().place()));
        return module.map(vendor -> new ReadClient("", module, Optional.empty()));
    }

    private String known() {
        String named = clients.isEmpty() ? "" : String.join(", ", clients.keySet()) + "; or the vendors ";
        return named + KeyReader.list(vendors.names());
    }

    private static List<String> tags(Node.Mapping mapping, ValueReader values) {
        Optional<Node> node = mapping.get(TAGS);
        if (node.isEmpty()) {
            return List.of();
        }
        if (node.get() instanceof Node.Refused) {
            values.text(TAGS, node.get(), false);
            return List.of();
        }
        if (!(node.get() instanceof Node.Sequence sequence)) {
            values.mistake(node.get().place(), "tags must be a list, such as [nightly].");
            return List.of();
        }
        List<String> tags = new ArrayList<>();
        sequence.items()
                .forEach(item -> values.text("A tag", item, false)
                        .ifPresent(tag -> tags.add(notBlank(tag, item.place(), values))));
        return tags;
    }

    private static String notBlank(String tag, Place place, ValueReader values) {
        if (tag.isBlank()) {
            values.mistake(place, "A tag must not be blank.");
        }
        return tag;
    }

    private static Optional<Duration> timeout(Settings own, Place place, Node.Mapping mapping, ValueReader values) {
        Optional<Duration> timeout = own.duration(TIMEOUT);
        try {
            timeout.ifPresent(time -> CheckOptions.builder().timeout(time));
        } catch (IllegalArgumentException e) {
            values.mistake(mapping.placeOf(TIMEOUT, place), String.valueOf(e.getMessage()));
        }
        return timeout;
    }

    private static void refuseTarget(Node.Mapping mapping, VendorModule module, ValueReader values) {
        List<String> targetKeys =
                module.targetKeys().stream().map(SettingKey::name).toList();
        mapping.entries().forEach((key, entry) -> {
            if (targetKeys.contains(key)) {
                values.mistake(
                        entry.place(), "all: true stands for every connection of the client; leave out " + key + ".");
            } else if (!KEYS.contains(key)) {
                values.mistake(entry.place(), KeyReader.unknown(key, KEYS));
            }
        });
    }

    private Optional<CheckTarget> target(
            String name, ReadClient client, Place place, Node.Mapping mapping, ValueReader values) {
        VendorModule module = client.module().orElseThrow();
        Settings settings = Settings.of(new KeyReader(KEYS, module.targetKeys(), values).read(place, mapping));
        if (!values.isComplete()) {
            return Optional.empty();
        }
        try {
            CheckTarget target = module.target(settings).named(name);
            return Optional.of(client.name().isEmpty() ? target : target.at(client.name()));
        } catch (InvalidSettingException e) {
            values.mistake(KeyReader.placeOf(mapping, e.key(), place), String.valueOf(e.getMessage()));
            return Optional.empty();
        }
    }
}
