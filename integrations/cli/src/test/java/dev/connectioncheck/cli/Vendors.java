package dev.connectioncheck.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.connectioncheck.sandbox.Behavior;
import dev.connectioncheck.sandbox.SandboxExtension;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/** Writes files of connections to the sandbox, and the environment that they need. */
final class Vendors {
    private final SandboxExtension sandbox;
    private final StringBuilder clients = new StringBuilder();
    private final StringBuilder connections = new StringBuilder();

    Vendors(SandboxExtension sandbox) {
        this.sandbox = sandbox;
    }

    /** The variables of the clients that no file names. */
    Map<String, String> environment() {
        return Map.of(
                "SQUARED_API_KEY", sandbox.squared().apiKey(),
                "SQUARED_API_URL", sandbox.squared().baseUrl(),
                "SQUARED_WORKSPACE_ID", Long.toString(sandbox.squared().workspaceId()),
                "UNSTRUCTURED_API_KEY", sandbox.unstructured().apiKey(),
                "UNSTRUCTURED_API_URL", sandbox.unstructured().baseUrl(),
                "DATAFOLD_API_KEY", sandbox.datafold().apiKey(),
                "DATAFOLD_HOST", sandbox.datafold().baseUrl(),
                "ARTIE_API_KEY", sandbox.artie().apiKey(),
                "ARTIE_API_URL", sandbox.artie().baseUrl());
    }

    /** Adds a client of Datafold with a key. */
    Vendors datafoldClient(String name, String key) {
        clients.append("  %s: { vendor: datafold, api-key: \"%s\", base-url: '%s' }%n"
                .formatted(name, key, sandbox.datafold().baseUrl()));
        return this;
    }

    Vendors squared(String name, Behavior behavior) {
        return add(
                name,
                "client: squared, source: Postgresql, settings: "
                        + json(sandbox.squared().connection(behavior)));
    }

    /** Adds a connection with the tag {@code nightly} and a password of its own. */
    Vendors squaredWithPassword(String name, String password, Behavior behavior) {
        Map<String, Object> settings = new HashMap<>(sandbox.squared().connection(behavior));
        settings.computeIfPresent("credentials", (key, credentials) -> {
            Map<Object, Object> changed = new HashMap<>((Map<?, ?>) credentials);
            changed.put("password", password);
            return changed;
        });
        return add(name, "client: squared, tags: [nightly], source: Postgresql, settings: " + json(settings));
    }

    Vendors unstructured(String name, Behavior behavior) {
        return add(
                name,
                "client: unstructured, destination: " + sandbox.unstructured().destination(behavior));
    }

    Vendors datafold(String name, Behavior behavior) {
        return datafold(name, "datafold", behavior);
    }

    Vendors datafold(String name, String client, Behavior behavior) {
        return add(
                name,
                "client: " + client + ", data-source: " + sandbox.datafold().dataSource(behavior));
    }

    Vendors artie(String name, Behavior behavior) {
        return add(
                name,
                "client: artie, type: postgresql, settings: "
                        + json(sandbox.artie().unsaved(behavior)));
    }

    Vendors artieSaved(String name, Behavior behavior) {
        return add(name, "client: artie, connector: " + sandbox.artie().saved(behavior));
    }

    /** Adds a line to {@code connections}. */
    Vendors add(String name, String keys) {
        connections.append("  \"").append(name).append("\": { ").append(keys).append(" }\n");
        return this;
    }

    String text() {
        String named = clients.isEmpty() ? "" : "clients:\n" + clients;
        return named + "connections:\n" + connections;
    }

    /** Writes {@code connections.yaml}. */
    Path writeTo(Path folder) {
        try {
            return Files.writeString(folder.resolve("connections.yaml"), text());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String json(Map<String, Object> settings) {
        try {
            return new ObjectMapper().writeValueAsString(settings);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
