package dev.connectioncheck.config;

import dev.connectioncheck.config.ClientReader.ReadClient;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.function.Consumer;

/** Reads a whole configuration, and reports all that is wrong with it at once. Used once. */
final class DocumentReader {
    private static final String CLIENTS = "clients";
    private static final String CONNECTIONS = "connections";

    /** {@code $schema} tells editors of JSON where the schema is. */
    private static final List<String> KEYS = List.of(CLIENTS, CONNECTIONS, "$schema");

    private final Vendors vendors;
    private final ClientReader clientReader;
    private final EnvironmentClients environment;
    private final boolean allOfTheEnvironment;
    private final Placeholders placeholders;
    private final Diagnostics found;
    private final Consumer<? super Diagnostic> warnings;

    DocumentReader(
            Vendors vendors,
            ClientReader clientReader,
            EnvironmentClients environment,
            boolean allOfTheEnvironment,
            Placeholders placeholders,
            Diagnostics found,
            Consumer<? super Diagnostic> warnings) {
        this.vendors = vendors;
        this.clientReader = clientReader;
        this.environment = environment;
        this.allOfTheEnvironment = allOfTheEnvironment;
        this.placeholders = placeholders;
        this.found = found;
        this.warnings = warnings;
    }

    Connections read(Optional<Node> document, Place start) {
        Map<String, ReadClient> clients = new LinkedHashMap<>();
        List<NamedConnection> connections = new ArrayList<>();
        if (document.isPresent() && document.get() instanceof Node.Mapping root) {
            refuseUnknown(root);
            vendorsIn(root).forEach((module, entry) -> unnamedClient(module, entry));
            each(root, CLIENTS, "client", (name, entry) -> clients.put(name, client(name, entry)));
            ConnectionReader reader = new ConnectionReader(vendors, clients, environment, placeholders, found);
            each(
                    root,
                    CONNECTIONS,
                    "connection",
                    (name, entry) -> mapping(entry.value(), name)
                            .flatMap(mapping -> reader.read(name, entry.place(), mapping))
                            .ifPresent(connections::add));
        } else if (found.isEmpty()) {
            found.mistake(start, "There must be a map with the keys clients and connections.");
        }
        if (allOfTheEnvironment) {
            vendors.all().forEach(module -> environment.offer(module, start));
        }
        found.warnings().forEach(warnings);
        found.throwIfMistaken();
        return new Connections(usable(clients), environment.clients(), connections, found.warnings());
    }

    private void refuseUnknown(Node.Mapping root) {
        Map<VendorModule, Node.Entry> unnamed = vendorsIn(root);
        root.entries().forEach((key, entry) -> {
            if (!KEYS.contains(key) && !unnamed.containsValue(entry)) {
                found.mistake(entry.place(), KeyReader.unknown(key, List.of(CLIENTS, CONNECTIONS)));
            }
        });
        if (unnamed.isEmpty()
                && root.get(CLIENTS).isEmpty()
                && root.get(CONNECTIONS).isEmpty()) {
            found.mistake(root.place(), "There are neither clients nor connections.");
        }
    }

    /** Finds the vendors whose unnamed client has keys; in a file they have none, but variables of the environment. */
    private Map<VendorModule, Node.Entry> vendorsIn(Node.Mapping root) {
        Map<VendorModule, Node.Entry> unnamed = new LinkedHashMap<>();
        root.entries()
                .forEach((key, entry) -> vendors.find(key)
                        .filter(module -> !entry.place().isInAFile())
                        .ifPresent(module -> unnamed.put(module, entry)));
        return unnamed;
    }

    private void unnamedClient(VendorModule module, Node.Entry entry) {
        if (environment.has(module.vendor())) {
            return;
        }
        mapping(entry.value(), module.vendor())
                .ifPresent(mapping -> clientReader
                        .readUnnamed(module, entry.place(), mapping)
                        .ifPresentOrElse(
                                client -> environment.put(module.vendor(), client),
                                () -> environment.giveUp(module.vendor())));
    }

    private void each(Node.Mapping root, String section, String what, BiConsumer<String, Node.Entry> action) {
        root.get(section)
                .flatMap(node -> mapping(node, section))
                .ifPresent(mapping -> mapping.entries().forEach((name, entry) -> {
                    if (name.isBlank() || name.chars().anyMatch(Character::isISOControl)) {
                        found.mistake(entry.place(), "A " + what + "'s name must be a line of text.");
                    } else {
                        action.accept(name, entry);
                    }
                }));
    }

    private ReadClient client(String name, Node.Entry entry) {
        return mapping(entry.value(), name)
                .map(mapping -> clientReader.read(name, entry.place(), mapping))
                .orElseGet(() -> new ReadClient(name, Optional.empty(), Optional.empty()));
    }

    /** Returns a map. An empty text stands for an empty map, since frameworks have no other way to write one. */
    private Optional<Node.Mapping> mapping(Node node, String name) {
        if (node instanceof Node.Mapping mapping) {
            return Optional.of(mapping);
        }
        boolean isEmpty = node instanceof Node.Scalar scalar && scalar.text().isEmpty();
        if (!isEmpty && !(node instanceof Node.Refused)) {
            found.mistake(node.place(), name + " must be a map of keys.");
        }
        return Optional.empty();
    }

    private static Map<String, VendorClient> usable(Map<String, ReadClient> clients) {
        Map<String, VendorClient> usable = new LinkedHashMap<>();
        clients.forEach((name, read) -> read.client().ifPresent(client -> usable.put(name, client)));
        return usable;
    }
}
