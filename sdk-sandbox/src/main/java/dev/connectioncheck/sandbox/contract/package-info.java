/**
 * The contract that every vendor module keeps, and the faults under which it is tried.
 *
 * <p>A vendor module, of this repository or of any other, describes itself as a
 * {@link dev.connectioncheck.sandbox.contract.VendorUnderTest} and either extends
 * {@link dev.connectioncheck.sandbox.contract.VendorContract} or runs a
 * {@link dev.connectioncheck.sandbox.contract.FaultMatrix} by itself.
 */
@NullMarked
package dev.connectioncheck.sandbox.contract;

import org.jspecify.annotations.NullMarked;
