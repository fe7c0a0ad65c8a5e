package dev.connectioncheck.datafold;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientSettings;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;

/**
 * Makes Datafold's client and targets of texts, as a service for whoever reads files or properties. Immutable.
 *
 * <p>In a program, {@link DatafoldClient} and {@link DatafoldTarget} are what you want.
 */
public final class DatafoldModule implements VendorModule {
    private static final String DATA_SOURCE = "data-source";

    /** Makes the module; {@link java.util.ServiceLoader} does it. */
    public DatafoldModule() {}

    @Override
    public String vendor() {
        return DatafoldTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return ClientSettings.keys("DATAFOLD_API_KEY", "DATAFOLD_HOST");
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(SettingKey.of(DATA_SOURCE, Kind.NUMBER, "The id of a data source, as in its page's address.")
                .asRequired());
    }

    @Override
    public VendorClient client(Settings settings) {
        return DatafoldClient.builder().settings(settings).build();
    }

    @Override
    public CheckTarget target(Settings settings) {
        long id = settings.number(DATA_SOURCE)
                .orElseThrow(() -> new InvalidSettingException(DATA_SOURCE, "data-source is missing."));
        return InvalidSettingException.naming(DATA_SOURCE, () -> DatafoldTarget.dataSource(id));
    }
}
