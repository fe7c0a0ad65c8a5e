package dev.connectioncheck.squared;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientSettings;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes Squared's client and targets of texts, as a service for whoever reads files or properties. Immutable.
 *
 * <p>In a program, {@link SquaredClient} and {@link SquaredTarget} are what you want.
 */
public final class SquaredModule implements VendorModule {
    private static final String WORKSPACE_ID = "workspace-id";
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";
    private static final String SETTINGS = "settings";

    /** Makes the module; {@link java.util.ServiceLoader} does it. */
    public SquaredModule() {}

    @Override
    public String vendor() {
        return SquaredTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        List<SettingKey> keys = new ArrayList<>(ClientSettings.keys("SQUARED_API_KEY", "SQUARED_API_URL"));
        keys.add(SettingKey.of(WORKSPACE_ID, Kind.NUMBER, "The number of the workspace to work in.")
                .asRequired()
                .withVariable("SQUARED_WORKSPACE_ID"));
        return List.copyOf(keys);
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(
                SettingKey.of(SOURCE, Kind.TEXT, "The connector definition of a source, such as Postgresql."),
                SettingKey.of(DESTINATION, Kind.TEXT, "The connector definition of a destination, such as Klaviyo."),
                SettingKey.of(SETTINGS, Kind.SETTINGS, "The settings to connect with, as the definition has them.")
                        .asRequired());
    }

    @Override
    public VendorClient client(Settings settings) {
        long workspace = settings.number(WORKSPACE_ID)
                .orElseThrow(() -> new InvalidSettingException(WORKSPACE_ID, "workspace-id is missing."));
        SquaredClient.Builder builder = SquaredClient.builder().settings(settings);
        InvalidSettingException.naming(WORKSPACE_ID, () -> builder.workspaceId(workspace));
        return builder.build();
    }

    @Override
    public CheckTarget target(Settings settings) {
        Optional<String> source = settings.text(SOURCE);
        Optional<String> destination = settings.text(DESTINATION);
        if (source.isPresent() == destination.isPresent()) {
            throw new InvalidSettingException(
                    source.isPresent() ? DESTINATION : SOURCE,
                    "Give either source or destination: the name of a connector definition, such as Postgresql.");
        }
        Map<String, @Nullable Object> spec = settings.settings(SETTINGS)
                .orElseThrow(() -> new InvalidSettingException(SETTINGS, "settings is missing."));
        return InvalidSettingException.naming(
                SETTINGS,
                () -> source.map(name -> SquaredTarget.source(name, spec))
                        .orElseGet(() -> SquaredTarget.destination(destination.orElseThrow(), spec)));
    }
}
