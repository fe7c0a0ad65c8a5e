package dev.connectioncheck.toy;

import dev.connectioncheck.spi.VendorTarget;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A connection at the toy vendor. */
public final class ToyTarget extends VendorTarget<ToyTarget> {
    private final String key;
    private final Map<String, Object> settings;

    private ToyTarget(String key, Map<String, Object> settings, Label label) {
        super(label);
        this.key = key;
        this.settings = settings;
    }

    public static ToyTarget toy(String key) {
        return toy(key, Map.of());
    }

    public static ToyTarget toy(String key, Map<String, Object> settings) {
        return new ToyTarget(key, settings, Label.none());
    }

    public String key() {
        return key;
    }

    public Map<String, Object> settings() {
        return settings;
    }

    @Override
    public String vendor() {
        return ToyClient.VENDOR;
    }

    @Override
    public String kind() {
        return "box";
    }

    @Override
    public Optional<String> id() {
        return Optional.of(key);
    }

    @Override
    protected ToyTarget withLabel(Label label) {
        return new ToyTarget(key, settings, label);
    }

    @Override
    protected Object identity() {
        return List.of(key, settings);
    }
}
