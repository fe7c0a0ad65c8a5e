package dev.connectioncheck.micrometer;

import dev.connectioncheck.CheckOutcome;
import dev.connectioncheck.CheckResult;
import dev.connectioncheck.ConnectionCheckException;
import dev.connectioncheck.micrometer.ConnectionCheckObservationDocumentation.HighCardinalityKeys;
import dev.connectioncheck.micrometer.ConnectionCheckObservationDocumentation.LowCardinalityKeys;
import io.micrometer.common.KeyValue;
import io.micrometer.common.KeyValues;
import io.micrometer.common.docs.KeyName;
import java.util.Locale;
import java.util.Optional;

/**
 * Gives the name and the keys that {@link ConnectionCheckObservationDocumentation} lists. A key without a value is
 * {@code none}, never left out. Immutable.
 */
public class DefaultConnectionCheckObservationConvention implements ConnectionCheckObservationConvention {
    private static final String NONE = "none";

    static final DefaultConnectionCheckObservationConvention INSTANCE =
            new DefaultConnectionCheckObservationConvention();

    /** Makes the convention; it keeps nothing. */
    public DefaultConnectionCheckObservationConvention() {}

    @Override
    public String getName() {
        return ConnectionCheckObservationDocumentation.NAME;
    }

    @Override
    public String getContextualName(ConnectionCheckObservationContext context) {
        return "check " + context.target().vendor();
    }

    @Override
    public KeyValues getLowCardinalityKeyValues(ConnectionCheckObservationContext context) {
        return KeyValues.of(
                LowCardinalityKeys.VENDOR.withValue(context.target().vendor()),
                keyValue(LowCardinalityKeys.ACCOUNT, context.target().account()),
                keyValue(
                        LowCardinalityKeys.VERDICT,
                        result(context).map(DefaultConnectionCheckObservationConvention::verdict)),
                keyValue(
                        LowCardinalityKeys.ERROR_TYPE,
                        error(context).map(error -> error.getClass().getSimpleName())));
    }

    @Override
    public KeyValues getHighCardinalityKeyValues(ConnectionCheckObservationContext context) {
        return KeyValues.of(
                keyValue(HighCardinalityKeys.CONNECTION, context.target().name()),
                HighCardinalityKeys.KIND.withValue(context.target().kind()),
                keyValue(HighCardinalityKeys.TARGET_ID, context.target().id()),
                keyValue(HighCardinalityKeys.CHECK_ID, result(context).flatMap(CheckResult::checkId)),
                keyValue(
                        HighCardinalityKeys.REQUEST_ID,
                        result(context)
                                .flatMap(CheckResult::requestId)
                                .or(() -> error(context).flatMap(ConnectionCheckException::requestId))));
    }

    private static Optional<CheckResult> result(ConnectionCheckObservationContext context) {
        return context.outcome().flatMap(CheckOutcome::result);
    }

    private static Optional<ConnectionCheckException> error(ConnectionCheckObservationContext context) {
        return context.outcome().flatMap(CheckOutcome::error);
    }

    private static String verdict(CheckResult result) {
        return result.verdict().name().toLowerCase(Locale.ROOT);
    }

    private static KeyValue keyValue(KeyName key, Optional<String> value) {
        return key.withValue(value.orElse(NONE));
    }
}
