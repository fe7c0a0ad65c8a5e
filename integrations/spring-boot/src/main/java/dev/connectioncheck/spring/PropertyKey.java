package dev.connectioncheck.spring;

import dev.connectioncheck.spi.SettingKey;
import java.util.Optional;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.boot.context.properties.source.ConfigurationPropertyName;

/**
 * A key of a client or a connection.
 *
 * @param name the key in lower case with hyphens
 * @param type what its value is
 */
record PropertyKey(String name, Bindable<?> type) {
    static PropertyKey of(SettingKey key) {
        return key.kind() == SettingKey.Kind.SETTINGS
                ? new PropertyKey(key.name(), Bindable.mapOf(String.class, Object.class))
                : text(key.name());
    }

    static PropertyKey text(String name) {
        return new PropertyKey(name, Bindable.of(String.class));
    }

    static PropertyKey list(String name) {
        return new PropertyKey(name, Bindable.listOf(String.class));
    }

    /** Returns the value in an entry; empty if there is none. */
    Optional<Object> in(Binder binder, ConfigurationPropertyName entry) {
        return Optional.ofNullable(binder.bind(entry.append(name), type).orElse(null));
    }
}
