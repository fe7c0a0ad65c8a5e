package dev.connectioncheck.sandbox;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.NullNode;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A saved connector of Artie.
 *
 * <p>Used by all threads of the server; its own lock guards what it keeps.
 */
final class ArtieConnector extends Connection {
    private static final List<String> LINKS = List.of("sshTunnelUUID", "privateLinkUUID", "snapshotPrivateLinkUUID");

    private final UUID uuid = UUID.randomUUID();
    private final UUID company;
    private final ArtieRow row;
    private final Instant createdAt;
    private final Map<String, @Nullable Object> others = new LinkedHashMap<>();
    private Instant updatedAt;
    private String label;
    private String type;
    private Map<String, Object> settings;

    ArtieConnector(UUID company, ArtieRow row, Map<String, Object> settings, Instant createdAt) {
        super(row.behavior());
        this.company = company;
        this.row = row;
        this.createdAt = createdAt;
        this.updatedAt = createdAt;
        this.label = row.nameOr(row.type() + " " + uuid);
        this.type = row.type();
        this.settings = settings;
        others.put("environmentUUID", UUID.nameUUIDFromBytes(new byte[] {1}).toString());
        others.put("dataPlaneName", "aws-us-east-1");
        others.put("defaultDatabase", "orders");
        LINKS.forEach(link -> others.put(link, null));
    }

    UUID uuid() {
        return uuid;
    }

    ArtieRow row() {
        return row;
    }

    synchronized Map<String, Object> settings() {
        return settings;
    }

    /** Takes over what was sent; settings come as a whole, and what was not sent stays. */
    synchronized void take(JsonNode payload, Instant now) {
        label = payload.path("label").asText(label);
        type = payload.path("type").asText(type);
        others.replaceAll((field, old) -> payload.has(field) ? value(payload.path(field)) : old);
        if (payload.path("sharedConfig").isObject()) {
            settings = Json.toMap(payload.path("sharedConfig"));
        }
        updatedAt = now;
    }

    /** As lists show it: without any setting. */
    synchronized Map<String, @Nullable Object> listed() {
        Map<String, @Nullable Object> shown = shown(false);
        shown.remove("defaultDatabase");
        shown.remove("sharedConfig");
        return shown;
    }

    /** All that a read gives: more than the published ping request knows. */
    synchronized Map<String, @Nullable Object> shown(boolean masked) {
        Map<String, @Nullable Object> shown = Json.object(
                "uuid",
                uuid.toString(),
                "companyUUID",
                company.toString(),
                "environmentUUID",
                others.get("environmentUUID"),
                "createdAt",
                createdAt.toString(),
                "updatedAt",
                updatedAt.toString(),
                "label",
                label,
                "connectionLabel",
                settings.getOrDefault("host", label),
                "type",
                type,
                "isValid",
                row.isValid(),
                "dataPlaneName",
                others.get("dataPlaneName"),
                "defaultDatabase",
                others.get("defaultDatabase"),
                "sharedConfig",
                masked ? ArtieType.masked(settings) : settings);
        LINKS.forEach(link -> shown.put(link, others.get(link)));
        return shown;
    }

    private static @Nullable Object value(JsonNode node) {
        return node instanceof NullNode ? null : node;
    }
}
