package dev.connectioncheck.reliability.proxies;

import java.nio.file.Path;
import java.util.List;

/**
 * What a proxy is to do.
 *
 * @param directory its own, with {@code proxy.pem}: a certificate and its key
 * @param routes from which port to which
 * @param manners how it treats requests
 */
record Setting(Path directory, List<Route> routes, Manners manners) {
    /** Between two ports of this machine. */
    record Route(int from, int to) {}

    /** How a proxy treats requests. */
    enum Manners {
        USUAL,
        /** It ends connections after few requests, or after a short rest. */
        IMPATIENT_WITH_CLIENTS,
        /** The vendor can't be reached. */
        CUT_OFF,
        /** It waits a second for the vendor. */
        IMPATIENT_WITH_VENDORS,
        /** It answers 429 to what comes too fast. */
        REFUSING,
        /** It answers 503 to what comes too fast. */
        OVERLOADED
    }

    Setting with(Manners other) {
        return new Setting(directory, routes, other);
    }

    boolean is(Manners wanted) {
        return manners == wanted;
    }

    /** Where a route leads: nobody listens at port 9. */
    int target(Route route) {
        return is(Manners.CUT_OFF) ? 9 : route.to();
    }
}
