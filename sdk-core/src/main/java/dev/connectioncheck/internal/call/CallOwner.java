package dev.connectioncheck.internal.call;

import org.jspecify.annotations.Nullable;

/**
 * For whom a call is made, as errors and logs say it.
 *
 * @param vendor the vendor's short name
 * @param operation what is being done
 * @param account which of several clients of the vendor is used; null if none has a name
 */
public record CallOwner(
        String vendor, String operation, @Nullable String account) {
    /** Returns the owner as that of one operation. */
    CallOwner of(CallPlan<?> plan) {
        return new CallOwner(plan.transport().vendor(), plan.request().operation(), account);
    }

    @Override
    public String toString() {
        return vendor + " " + operation;
    }
}
