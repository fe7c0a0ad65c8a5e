package dev.connectioncheck.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.docs.MeterDocumentation;

/** Lists the gauges of watched connections, by name. Needs {@code micrometer-core}. */
public enum ConnectionGaugeDocumentation implements MeterDocumentation {
    /** 1 if the last check passed, 0 if it failed, -1 if that is not known or too old. */
    STATUS("connectioncheck.status", ""),
    /** How many seconds ago the last check ended; NaN if none has. */
    AGE("connectioncheck.last.age", "seconds");

    private final String meterName;
    private final String unit;

    ConnectionGaugeDocumentation(String meterName, String unit) {
        this.meterName = meterName;
        this.unit = unit;
    }

    @Override
    public String getName() {
        return meterName;
    }

    @Override
    public Meter.Type getType() {
        return Meter.Type.GAUGE;
    }

    @Override
    public String getBaseUnit() {
        return unit;
    }

    @Override
    public KeyName[] getKeyNames() {
        return Keys.values();
    }

    /** Keys of both gauges. */
    public enum Keys implements KeyName {
        /** The vendor that is asked. */
        VENDOR("connectioncheck.vendor"),
        /** The connection's name in the configuration. */
        CONNECTION("connectioncheck.connection");

        private final String key;

        Keys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
