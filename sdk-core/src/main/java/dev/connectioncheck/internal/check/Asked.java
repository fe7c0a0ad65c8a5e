package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.call.CallOwner;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * What all checks at one client share. Immutable.
 *
 * @param owner for whom its calls are made
 * @param paces how long checks took
 */
record Asked<T extends CheckTarget>(CallOwner owner, CheckProtocol<T> protocol, TimeSource time, PaceBook paces) {
    static <T extends CheckTarget> Asked<T> of(
            @Nullable String account, CheckProtocol<T> protocol, TimeSource time, PaceBook paces) {
        return new Asked<>(new CallOwner(protocol.vendor(), Results.OPERATION, account), protocol, time, paces);
    }

    /** Which client is asked; null for the vendor's unnamed one. */
    @Nullable String account() {
        return owner.account();
    }

    T plain(CheckTarget target) {
        return protocol.targetType().cast(target.plain());
    }
}
