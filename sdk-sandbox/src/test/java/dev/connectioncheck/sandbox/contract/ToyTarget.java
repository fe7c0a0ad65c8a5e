package dev.connectioncheck.sandbox.contract;

import dev.connectioncheck.CheckTarget;

/** A connection at the toy vendor. */
class ToyTarget implements CheckTarget {
    static final String VENDOR = "toy";

    final String id;
    final String password;

    ToyTarget(String id, String password) {
        this.id = id;
        this.password = password;
    }

    @Override
    public String vendor() {
        return VENDOR;
    }

    @Override
    public String toString() {
        return "toy " + id;
    }
}
