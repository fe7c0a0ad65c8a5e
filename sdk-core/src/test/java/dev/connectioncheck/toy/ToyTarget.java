package dev.connectioncheck.toy;

import dev.connectioncheck.CheckTarget;
import java.util.Map;

/** A connection at the toy vendor. */
public record ToyTarget(String id, Map<String, Object> settings) implements CheckTarget {
    public static ToyTarget toy(String id) {
        return new ToyTarget(id, Map.of());
    }

    @Override
    public String vendor() {
        return ToyClient.VENDOR;
    }

    @Override
    public String toString() {
        return "toy " + id;
    }
}
