package dev.connectioncheck.config;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.http.ApiCall;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.Progress;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.SettingKey.Kind;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.List;
import java.util.Optional;

/** A vendor that is not HTTP and that the SDK never heard of: the pipes whose names begin with the key work. */
final class Pipes implements VendorModule {
    private final String vendor;
    private final List<SettingKey> clientKeys;
    private final List<SettingKey> targetKeys;

    private Pipes(String vendor, List<SettingKey> clientKeys, List<SettingKey> targetKeys) {
        this.vendor = vendor;
        this.clientKeys = clientKeys;
        this.targetKeys = targetKeys;
    }

    static Pipes of(String vendor) {
        SettingKey key = SettingKey.of("api-key", Kind.SECRET, "The key.").asRequired();
        return new Pipes(
                vendor,
                List.of(key.withVariable("KEY_OF_" + vendor.toUpperCase(java.util.Locale.ROOT))),
                List.of(SettingKey.of("pipe", Kind.TEXT, "A pipe.").asRequired()));
    }

    Pipes withClientKey(String name) {
        return new Pipes(
                vendor, List.of(SettingKey.of(name, Kind.TEXT, "A key.").asRequired()), targetKeys);
    }

    Pipes withTargetKey(String name) {
        return new Pipes(vendor, clientKeys, List.of(SettingKey.of(name, Kind.TEXT, "A key.")));
    }

    @Override
    public String vendor() {
        return vendor;
    }

    @Override
    public List<SettingKey> clientKeys() {
        return clientKeys;
    }

    @Override
    public List<SettingKey> targetKeys() {
        return targetKeys;
    }

    @Override
    public VendorClient client(Settings settings) {
        String key = settings.requiredText("api-key");
        if (key.length() > 20) {
            throw new InvalidSettingException("api-key", "The key is too long.");
        }
        return new Client(vendor, key);
    }

    @Override
    public CheckTarget target(Settings settings) {
        return new Target(vendor, settings.requiredText("pipe"));
    }

    /** Checks pipes of one account. */
    record Client(String vendor, String key) implements VendorClient, CheckProtocol<Target> {
        @Override
        public CheckProtocol<Target> checks() {
            return this;
        }

        @Override
        public Class<Target> targetType() {
            return Target.class;
        }

        @Override
        public ApiCall<Progress> start(Target target) {
            return ApiCall.of(verdict(target));
        }

        private Progress verdict(Target target) {
            return target.pipe().startsWith(key) ? Progress.passed() : Progress.failed(Optional.of("blocked"));
        }
    }

    /** A pipe. */
    record Target(String vendor, String pipe) implements CheckTarget {
        @Override
        public Optional<String> id() {
            return Optional.of(pipe);
        }
    }
}
