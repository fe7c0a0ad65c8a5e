package dev.connectioncheck.internal.check;

import dev.connectioncheck.CheckTarget;
import dev.connectioncheck.internal.pace.PaceBook;
import dev.connectioncheck.spi.CheckProtocol;
import dev.connectioncheck.time.TimeSource;
import org.jspecify.annotations.Nullable;

/**
 * What all checks at one client share. Immutable.
 *
 * @param account which client is asked; null for the vendor's unnamed one
 * @param paces how long checks took
 */
record Asked<T extends CheckTarget>(
        @Nullable String account, CheckProtocol<T> protocol, TimeSource time, PaceBook paces) {
    T plain(CheckTarget target) {
        return protocol.targetType().cast(target.plain());
    }
}
