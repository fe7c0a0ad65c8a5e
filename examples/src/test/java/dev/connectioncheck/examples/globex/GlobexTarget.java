package dev.connectioncheck.examples.globex;

import dev.connectioncheck.model.JsonValues;
import dev.connectioncheck.model.SecretHolder;
import dev.connectioncheck.spi.VendorTarget;
import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

// tag::target
/** Describes a database by the properties that Globex' driver takes. Immutable. */
public final class GlobexTarget extends VendorTarget<GlobexTarget> implements SecretHolder {
    static final String VENDOR = "globex";

    private final transient Map<String, @Nullable Object> properties;

    private GlobexTarget(Map<String, @Nullable Object> properties, Label label) {
        super(label);
        this.properties = properties;
    }

    public static GlobexTarget database(Map<String, ?> properties) {
        return new GlobexTarget(JsonValues.copyOf("properties", properties), Label.none());
    }

    Map<String, @Nullable Object> properties() {
        return properties;
    }

    @Override
    public void secrets(Consumer<Object> sink) {
        sink.accept(properties);
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String kind() {
        return "database";
    }

    @Override
    protected GlobexTarget withLabel(Label label) {
        return new GlobexTarget(properties, label);
    }

    @Override
    protected Object identity() {
        return properties;
    }
}
// end::target
