package dev.connectioncheck.micrometer;

import io.micrometer.common.docs.KeyName;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.docs.ObservationDocumentation;

/** Lists what is observed, by name. */
public enum ConnectionCheckObservationDocumentation implements ObservationDocumentation {
    /** One check, from its begin or its resumption to the verdict or the error. */
    CHECK {
        @Override
        public Class<? extends ObservationConvention<? extends Observation.Context>> getDefaultConvention() {
            return DefaultConnectionCheckObservationConvention.class;
        }

        @Override
        public KeyName[] getLowCardinalityKeyNames() {
            return LowCardinalityKeys.values();
        }

        @Override
        public KeyName[] getHighCardinalityKeyNames() {
            return HighCardinalityKeys.values();
        }

        @Override
        public Observation.Event[] getEvents() {
            return CheckEvent.values();
        }
    };

    static final String NAME = "connectioncheck.check";

    /** Keys with few values, for metrics and spans. */
    public enum LowCardinalityKeys implements KeyName {
        /** The vendor that is asked, such as {@code datafold}. */
        VENDOR("connectioncheck.vendor"),
        /** The client's name, or {@code none} for the vendor's unnamed one. */
        ACCOUNT("connectioncheck.account"),
        /** {@code passed}, {@code failed}, {@code inconclusive}; {@code none} while there is no verdict. */
        VERDICT("connectioncheck.verdict"),
        /** The simple name of the exception, or {@code none}. */
        ERROR_TYPE("error.type");

        private final String key;

        LowCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }

    /** Keys with any number of values, for spans alone. */
    public enum HighCardinalityKeys implements KeyName {
        /** The connection's name, or {@code none}. */
        CONNECTION("connectioncheck.connection"),
        /** What the vendor calls this kind of connection, such as {@code source}. */
        KIND("connectioncheck.kind"),
        /** The vendor's id of the connection, or {@code none} of one that is not saved. */
        TARGET_ID("connectioncheck.target.id"),
        /** The vendor's id of the check, or {@code none}. */
        CHECK_ID("connectioncheck.check.id"),
        /** The vendor's id of the last request, for its support, or {@code none}. */
        REQUEST_ID("connectioncheck.request.id");

        private final String key;

        HighCardinalityKeys(String key) {
            this.key = key;
        }

        @Override
        public String asString() {
            return key;
        }
    }
}
