package dev.connectioncheck.sandbox;

import java.time.Instant;
import java.util.Map;
import java.util.UUID;

/** A saved connector of Artie. */
final class ArtieConnector extends Connection {
    static final String MASK = "********";

    private final UUID uuid = UUID.randomUUID();
    private final UUID company = UUID.randomUUID();
    private final UUID environment = UUID.randomUUID();
    private final String host = "db-" + VendorSandbox.randomHex(6) + ".sandbox.invalid";
    private final Instant createdAt;

    ArtieConnector(Behavior behavior, Instant createdAt) {
        super(behavior);
        this.createdAt = createdAt;
    }

    UUID uuid() {
        return uuid;
    }

    String host() {
        return host;
    }

    /** All that a read gives: more than the published ping request knows, with the mask where the password was. */
    Map<String, ?> masked() {
        return Json.object(
                "uuid",
                uuid.toString(),
                "companyUUID",
                company.toString(),
                "environmentUUID",
                environment.toString(),
                "createdAt",
                createdAt.toString(),
                "updatedAt",
                createdAt.toString(),
                "label",
                "Orders",
                "connectionLabel",
                host,
                "type",
                "postgresql",
                "isValid",
                true,
                "dataPlaneName",
                "aws-us-east-1",
                "defaultDatabase",
                "orders",
                "sharedConfig",
                Json.object("host", host, "port", 5432, "user", "etl", "password", MASK),
                "sshTunnelUUID",
                null,
                "privateLinkUUID",
                null,
                "snapshotPrivateLinkUUID",
                null);
    }
}
