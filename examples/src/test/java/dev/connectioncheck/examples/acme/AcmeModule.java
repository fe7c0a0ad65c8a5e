package dev.connectioncheck.examples.acme;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.client.ClientSettings;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;

// tag::module
/** Makes Acme's client and targets of texts, for files and commands that never heard of Acme. */
public final class AcmeModule implements VendorModule {
    @Override
    public String vendor() {
        return AcmeTarget.VENDOR;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return ClientSettings.keys("ACME_API_KEY", "ACME_API_URL");
    }

    @Override
    public List<SettingKey> targetKeys() {
        return List.of(SettingKey.of("pipe", SettingKey.Kind.TEXT, "The name of a pipe.")
                .asRequired());
    }

    @Override
    public VendorClient client(Settings settings) {
        return AcmeClient.builder().settings(settings).build();
    }

    @Override
    public CheckTarget target(Settings settings) {
        return InvalidSettingException.naming("pipe", () -> AcmeTarget.pipe(settings.requiredText("pipe")));
    }
}
// end::module
