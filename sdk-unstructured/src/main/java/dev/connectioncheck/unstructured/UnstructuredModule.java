package dev.connectioncheck.unstructured;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientSettings;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.Optional;

/**
 * Makes Unstructured's client and targets of texts, as a service for whoever reads files or properties. Immutable.
 *
 * <p>In a program, {@link UnstructuredClient} and {@link UnstructuredTarget} are what you want.
 */
public final class UnstructuredModule implements VendorModule {
    private static final String SOURCE = "source";
    private static final String DESTINATION = "destination";

    /** Makes the module; {@link java.util.ServiceLoader} does it. */
    public UnstructuredModule() {}

    @Override
    public String vendor() {
        return UnstructuredTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return ClientSettings.keys("UNSTRUCTURED_API_KEY", "UNSTRUCTURED_API_URL");
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(
                SettingKey.of(SOURCE, Kind.TEXT, "The id of a source connector, a UUID."),
                SettingKey.of(DESTINATION, Kind.TEXT, "The id of a destination connector, a UUID."));
    }

    @Override
    public VendorClient client(Settings settings) {
        return UnstructuredClient.builder().settings(settings).build();
    }

    @Override
    public CheckTarget target(Settings settings) {
        Optional<String> source = settings.text(SOURCE);
        Optional<String> destination = settings.text(DESTINATION);
        if (source.isPresent() == destination.isPresent()) {
            throw new InvalidSettingException(
                    source.isPresent() ? DESTINATION : SOURCE,
                    "Give either source or destination: the id of a connector, a UUID.");
        }
        return source.isPresent()
                ? InvalidSettingException.naming(SOURCE, () -> UnstructuredTarget.source(source.orElseThrow()))
                : InvalidSettingException.naming(
                        DESTINATION, () -> UnstructuredTarget.destination(destination.orElseThrow()));
    }
}
