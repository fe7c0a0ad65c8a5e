/**
 * Many checks and whole inventories: whose turn it is at which account, and what becomes of the rest. How one check
 * runs is {@code internal.check}'s; what a vendor's list means is the vendor module's.
 */
@NullMarked
package dev.connectioncheck.internal.bulk;

import org.jspecify.annotations.NullMarked;
