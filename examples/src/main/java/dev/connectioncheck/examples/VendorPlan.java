package dev.connectioncheck.examples;

import dev.connectioncheck.spi.VendorClient;
import java.util.List;

/**
 * What to check at one vendor.
 *
 * @param client whom to ask
 * @param real whether that is the vendor itself rather than its stand-in
 * @param checks the connections
 */
record VendorPlan(VendorClient client, boolean real, List<PlannedCheck> checks) {
    VendorPlan {
        checks = List.copyOf(checks);
    }
}
