package dev.connectioncheck.config;

import dev.connectioncheck.spi.InvalidSettingException;
import dev.connectioncheck.spi.SettingKey;
import dev.connectioncheck.spi.Settings;
import dev.connectioncheck.spi.VendorClient;
import dev.connectioncheck.spi.VendorModule;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiFunction;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Holds the vendors' unnamed clients, and makes those that nobody gave from environment variables, once for each
 * vendor. Used once.
 */
final class EnvironmentClients {
    private final Function<String, @Nullable String> variables;
    private final BiFunction<String, Settings, Settings> change;
    private final boolean unsetIsAWarning;
    private final Diagnostics found;
    private final Map<String, VendorClient> clients = new LinkedHashMap<>();
    private final Set<String> asked = new HashSet<>();

    EnvironmentClients(
            Function<String, @Nullable String> variables,
            BiFunction<String, Settings, Settings> change,
            boolean unsetIsAWarning,
            Diagnostics found) {
        this.variables = variables;
        this.change = change;
        this.unsetIsAWarning = unsetIsAWarning;
        this.found = found;
    }

    Map<String, VendorClient> clients() {
        return clients;
    }

    /** Takes this client for the vendor's unnamed one, so that none is made. */
    void put(String vendor, VendorClient client) {
        asked.add(vendor);
        clients.put(vendor, client);
    }

    /** Makes no client of this vendor: somebody has reported already why there is none. */
    void giveUp(String vendor) {
        asked.add(vendor);
    }

    /** Tells whether the vendor's unnamed client is there already. */
    boolean has(String vendor) {
        return clients.containsKey(vendor);
    }

    /** Makes the vendor's client if all that it needs is set, whether or not somebody needs it. */
    void offer(VendorModule module, Place place) {
        boolean isComplete = module.clientKeys().stream()
                .filter(SettingKey::required)
                .allMatch(key -> valueOf(key).isPresent());
        if (isComplete) {
            need(module, place);
        }
    }

    private Optional<String> valueOf(SettingKey key) {
        return key.variable().map(variables).filter(text -> !text.isBlank());
    }

    /** Makes the vendor's client if it is the first to need it, and reports at this place what is missing. */
    void need(VendorModule module, Place place) {
        if (!asked.add(module.vendor())) {
            return;
        }
        Map<String, String> values = new LinkedHashMap<>();
        boolean isComplete = true;
        for (SettingKey key : module.clientKeys()) {
            Optional<String> value = valueOf(key);
            value.ifPresent(text -> values.put(key.name(), text));
            if (value.isEmpty() && key.required()) {
                missing(module, key, place);
                isComplete = false;
            }
        }
        if (isComplete) {
            make(module, Settings.of(values), place);
        }
    }

    private void missing(VendorModule module, SettingKey key, Place place) {
        String hint = ", which a client of " + module.vendor() + " needs that is not in clients.";
        if (key.variable().isEmpty()) {
            found.mistake(place, "No environment variable stands for " + key.name() + hint);
            return;
        }
        String message = "The environment variable " + key.variable().get() + " is not set" + hint;
        if (unsetIsAWarning) {
            found.warning(place, message);
        } else {
            found.mistake(place, message);
        }
    }

    private void make(VendorModule module, Settings settings, Place place) {
        try {
            clients.put(module.vendor(), module.client(change.apply(module.vendor(), settings)));
        } catch (InvalidSettingException e) {
            String variable = module.clientKeys().stream()
                    .filter(key -> key.name().equals(e.key()))
                    .flatMap(key -> key.variable().stream())
                    .findFirst()
                    .orElse(e.key());
            found.mistake(place, "The environment variable " + variable + " can't be used: " + e.getMessage());
        }
    }
}
