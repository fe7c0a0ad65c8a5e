package dev.connectioncheck.artie;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientSettings;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Makes Artie's client and targets of texts, as a service for whoever reads files or properties. Immutable.
 *
 * <p>In a program, {@link ArtieClient} and {@link ArtieTarget} are what you want.
 */
public final class ArtieModule implements VendorModule {
    private static final String CONNECTOR = "connector";
    private static final String TYPE = "type";
    private static final String ROLE = "role";
    private static final String DATABASE = "default-database";
    private static final String DATA_PLANE = "data-plane";
    private static final String SSH_TUNNEL = "ssh-tunnel";
    private static final String PRIVATE_LINK = "private-link";
    private static final String SETTINGS = "settings";

    /** What a saved connector has of its own. */
    private static final List<String> UNSAVED_ONLY =
            List.of(TYPE, DATABASE, DATA_PLANE, SSH_TUNNEL, PRIVATE_LINK, SETTINGS);

    /** Makes the module; {@link java.util.ServiceLoader} does it. */
    public ArtieModule() {}

    @Override
    public String vendor() {
        return ArtieTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return ClientSettings.keys("ARTIE_API_KEY", "ARTIE_API_URL");
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(
                SettingKey.of(CONNECTOR, Kind.TEXT, "The id of a saved connector, a UUID."),
                SettingKey.of(TYPE, Kind.TEXT, "The type of a connector that is not saved, such as postgresql."),
                SettingKey.of(DATABASE, Kind.TEXT, "What it connects to: a database, a service or a bucket."),
                SettingKey.of(ROLE, Kind.TEXT, "The end of a pipeline that it is tried as: source or destination."),
                SettingKey.of(DATA_PLANE, Kind.TEXT, "The data plane to try from; the default is the account's own."),
                SettingKey.of(SSH_TUNNEL, Kind.TEXT, "The id of a saved SSH tunnel to go through, a UUID."),
                SettingKey.of(PRIVATE_LINK, Kind.TEXT, "The id of a saved private link to go through, a UUID."),
                SettingKey.of(SETTINGS, Kind.SETTINGS, "The settings of a connector that is not saved."));
    }

    @Override
    public VendorClient client(Settings settings) {
        return ArtieClient.builder().settings(settings).build();
    }

    @Override
    public CheckTarget target(Settings settings) {
        Optional<String> connector = settings.text(CONNECTOR);
        return inRole(connector.isPresent() ? saved(connector.orElseThrow(), settings) : unsaved(settings), settings);
    }

    private static ArtieTarget saved(String connector, Settings settings) {
        for (String key : UNSAVED_ONLY) {
            if (settings.keys().contains(key)) {
                throw new InvalidSettingException(
                        key, "A saved connector has its own " + key + ": leave it out, or leave out connector.");
            }
        }
        return InvalidSettingException.naming(CONNECTOR, () -> ArtieTarget.saved(connector));
    }

    private static ArtieTarget unsaved(Settings settings) {
        String type = settings.text(TYPE)
                .orElseThrow(() -> new InvalidSettingException(
                        CONNECTOR, "Give either connector, the id of a saved one, or type and settings."));
        Map<String, @Nullable Object> config = settings.settings(SETTINGS)
                .orElseThrow(() -> new InvalidSettingException(SETTINGS, "settings is missing."));
        ArtieTarget target = InvalidSettingException.naming(SETTINGS, () -> ArtieTarget.unsaved(type, config));
        target = settings.text(DATABASE).map(target::database).orElse(target);
        target = settings.text(DATA_PLANE).map(target::dataPlane).orElse(target);
        target = uuid(settings, SSH_TUNNEL).map(target::sshTunnel).orElse(target);
        return uuid(settings, PRIVATE_LINK).map(target::privateLink).orElse(target);
    }

    private static Optional<UUID> uuid(Settings settings, String key) {
        return settings.text(key).map(text -> {
            try {
                return UUID.fromString(text.strip());
            } catch (IllegalArgumentException e) {
                throw new InvalidSettingException(key, key + " must be a UUID.");
            }
        });
    }

    private static ArtieTarget inRole(ArtieTarget target, Settings settings) {
        return switch (settings.text(ROLE).orElse("")) {
            case "" -> target;
            case "source" -> target.asSource();
            case "destination" -> target.asDestination();
            default -> throw new InvalidSettingException(ROLE, "role must be source or destination.");
        };
    }
}
