package dev.connectioncheck.examples.globex;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

// tag::module
/** Makes Globex' client and targets of texts. It has none of the keys of vendors that are reached by HTTP. */
public final class GlobexModule implements VendorModule {
    @Override
    public String vendor() {
        return GlobexTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return List.of(SettingKey.of("cluster", SettingKey.Kind.TEXT, "The name of a cluster that the driver knows.")
                .asRequired());
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(SettingKey.of("properties", SettingKey.Kind.SETTINGS, "What the driver connects with.")
                .asRequired());
    }

    @Override
    public VendorClient client(Settings settings) {
        String cluster = settings.requiredText("cluster");
        return InvalidSettingException.naming("cluster", () -> GlobexClient.of(GlobexClusters.driverOf(cluster)));
    }

    @Override
    public CheckTarget target(Settings settings) {
        Map<String, @Nullable Object> properties = settings.settings("properties")
                .orElseThrow(() -> new InvalidSettingException("properties", "properties is missing."));
        return InvalidSettingException.naming("properties", () -> GlobexTarget.database(properties));
    }
}
// end::module
