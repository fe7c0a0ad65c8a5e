package dev.connectioncheck.examples;

import dev.connectioncheck.spi.VendorClient;

/**
 * A vendor's account that the quick start asks.
 *
 * @param vendor the vendor's short name
 * @param client whom to ask
 * @param isReal whether that is the vendor itself rather than its stand-in
 */
record Account(String vendor, VendorClient client, boolean isReal) {}
