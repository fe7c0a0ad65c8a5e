package dev.connectioncheck.spring;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;
import org.springframework.core.env.Environment;

/**
 * Reads clients and connections from the properties, as the tree that {@code sdk-config} understands: under the keys of
 * files, however relaxed they are written, in properties or in environment variables. Immutable; holds secrets.
 */
final class PropertyTree {
    static final String ROOT = "connectioncheck";
    private static final ConfigurationPropertyName PREFIX = ConfigurationPropertyName.of(ROOT);
    private static final String CLIENTS = "clients";
    private static final String CONNECTIONS = "connections";
    private static final String SSL_BUNDLE = "ssl.bundle";
    private static final List<String> OURS = List.of("config", "watch", CLIENTS, CONNECTIONS);

    private final VendorModules modules;
    private final Binder binder;
    private final Map<String, Object> raw;
    private final Map<String, Object> tree = new LinkedHashMap<>();
    private final Map<String, String> sslBundles = new TreeMap<>();

    private PropertyTree(Environment environment, VendorModules modules) {
        this.modules = modules;
        this.binder = Binder.get(environment);
        this.raw =
                binder.bind(PREFIX, Bindable.mapOf(String.class, Object.class)).orElse(Map.of());
        modules.vendors().stream()
                .filter(raw::containsKey)
                .forEach(vendor -> client(PREFIX, vendor, raw.getOrDefault(vendor, Map.of()), Stream.of(), tree));
        Map<String, Object> clients = new LinkedHashMap<>();
        children(CLIENTS)
                .forEach((name, entry) ->
                        client(PREFIX.append(CLIENTS), name, entry, Stream.of(PropertyKey.text("vendor")), clients));
        tree.put(CLIENTS, clients);
        Map<String, Object> connections = new LinkedHashMap<>();
        children(CONNECTIONS).forEach((name, entry) -> connections.put(name, connection(name, entry)));
        tree.put(CONNECTIONS, connections);
    }

    static PropertyTree read(Environment environment, VendorModules modules) {
        return new PropertyTree(environment, modules);
    }

    /** Returns clients, connections, and vendors' unnamed clients. */
    Map<String, Object> tree() {
        return tree;
    }

    /** Returns the SSL bundles' names, by clients' names or vendors. */
    Map<String, String> sslBundles() {
        return sslBundles;
    }

    /** Returns what stands beside our own keys and is no vendor on the class path. */
    List<String> unknown() {
        return raw.keySet().stream()
                .filter(key -> !OURS.contains(key) && !modules.vendors().contains(key))
                .toList();
    }

    private Map<String, Object> children(String section) {
        Map<String, Object> children = new LinkedHashMap<>();
        if (raw.get(section) instanceof Map<?, ?> map) {
            map.forEach((name, entry) -> children.put(String.valueOf(name), entry));
        }
        return children;
    }

    /** Reads a client; one of which no more than the SSL bundle is given is made elsewhere, of a file or variables. */
    private void client(
            ConfigurationPropertyName parent,
            String name,
            Object entry,
            Stream<PropertyKey> ours,
            Map<String, Object> clients) {
        Stream<PropertyKey> keys = Stream.concat(ours, modules.clientKeys().map(PropertyKey::of));
        PropertyEntry read = new PropertyEntry(binder, PropertyEntry.child(parent, name), entry);
        read.text(SSL_BUNDLE).ifPresent(bundle -> sslBundles.put(name, bundle));
        Map<String, Object> values = read.values(
                Stream.concat(keys, Stream.of(PropertyKey.text(SSL_BUNDLE))).toList());
        values.remove(SSL_BUNDLE);
        if (!values.isEmpty() || !(entry instanceof Map)) {
            clients.put(name, values.isEmpty() ? entry : values);
        }
    }

    private Object connection(String name, Object entry) {
        Stream<PropertyKey> ours = Stream.of(
                PropertyKey.text("client"),
                PropertyKey.list("tags"),
                PropertyKey.text("timeout"),
                PropertyKey.text("all"));
        List<PropertyKey> keys =
                Stream.concat(ours, modules.targetKeys().map(PropertyKey::of)).toList();
        Map<String, Object> values =
                new PropertyEntry(binder, PropertyEntry.child(PREFIX.append(CONNECTIONS), name), entry).values(keys);
        return entry instanceof Map ? values : entry;
    }
}
